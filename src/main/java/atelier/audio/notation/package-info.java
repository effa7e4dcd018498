/// Written music for people and their programs: bars of notes and rests that can be read, MusicXML, ABC, a page of staff
/// notation. Start at [Notation]. Pure: knows scores from `audio.score`, nothing of who wrote them.
@NullMarked
package atelier.audio.notation;

import org.jspecify.annotations.NullMarked;
