/// Music as written notes, and its two written forms: a MIDI file and a picture. Start at [Score]. Pure: knows neither
/// how it sounds nor who composed it.
@NullMarked
package atelier.audio.score;

import org.jspecify.annotations.NullMarked;
