/// Sound as numbers: a synthesizer, loudness, a limiter and the Opus codec in its Ogg container. Start at [Sound]; what is
/// written as notes stands in `audio.score`. Pure: knows no model, no chat and no intent, and reads no configuration.
@NullMarked
package atelier.audio;

import org.jspecify.annotations.NullMarked;
