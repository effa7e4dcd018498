/// Tests of what people say about provider keys. They must not need an Atelier.
@NullMarked
package atelier.engine.provider;

import org.jspecify.annotations.NullMarked;
