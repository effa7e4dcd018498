package atelier.intent;

import org.jspecify.annotations.Nullable;

/// What is known around an utterance and changes its meaning.
///
/// @param last       kind of the last thing made in this conversation
/// @param attachment kind of the file that came along
/// @param running    whether something is being made for this person here right now
public record Situation(@Nullable Artifact last, @Nullable File attachment, boolean running) {
    public static final Situation NONE = new Situation(null, null, false);

    /// Kinds of made things.
    public enum Artifact {
        CODE, GAME, LYRICS, MELODY, SONG, TEXT;

        boolean isMusic() {
            return this == LYRICS || this == MELODY || this == SONG;
        }
    }

    /// Kinds of files that come along.
    public enum File {
        CODE, AUDIO, VOICE, LOG
    }
}
