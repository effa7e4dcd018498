/// What happens to a message. Start at [atelier.engine.Engine]: `intake` decides what a message leads to, `answer` says what
/// needs no work, `job` makes things, `delivery` gets answers to people, `port` is what they need from the world. It must know no
/// platform and no SQL.
@NullMarked
package atelier.engine;

import org.jspecify.annotations.NullMarked;
