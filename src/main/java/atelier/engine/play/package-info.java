/// Games that are played from the chat: which page of a creation can be played ([PlayablePage]) and the signed links to it
/// ([PlayLinks]). Knows neither platforms nor how pages are served.
@NullMarked
package atelier.engine.play;

import org.jspecify.annotations.NullMarked;
