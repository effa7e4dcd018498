/// What the engine needs from the world: stored jobs, outbox, inbox, buttons and files, the doors, the creators. Start at
/// [atelier.engine.port.Parts], which gathers them, and [atelier.engine.port.Job]. It must not know how anything is kept or decided.
@NullMarked
package atelier.engine.port;

import org.jspecify.annotations.NullMarked;
