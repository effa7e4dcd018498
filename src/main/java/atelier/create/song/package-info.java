/// Songs and toplines: a plan as data (sections, chords, words, hooks), filled in by a model or by the built-in songwriter,
/// and the composer that turns it into sung notes, chords, bass, drums and files. Start at `SongCreator`; `SongPlanner`
/// settles the plan, `SongComposer` writes the score. Knows notes, notation and sound from `audio` and melodies from
/// `create.music`; must not know chats or stores.
@NullMarked
package atelier.create.song;

import org.jspecify.annotations.NullMarked;
