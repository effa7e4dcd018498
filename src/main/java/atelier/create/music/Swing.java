package atelier.create.music;

import atelier.audio.score.Metre;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.List;

/// How unevenly a beat is divided in playing. What is written stays straight, with the word above it.
public enum Swing {
    /// As written.
    STRAIGHT(0, 0),
    /// Of two quavers the first lasts twice as long.
    QUAVERS(240, 320),
    /// Of two semiquavers the first lasts a little longer.
    SEMIQUAVERS(120, 139);

    private final int written;
    private final int played;

    Swing(int written, int played) {
        this.written = written;
        this.played = played;
    }

    /// Of a genre as [Style#name] names it.
    public static Swing of(String genre, Metre metre) {
        if (metre.unit() != 4) {
            return STRAIGHT;
        }
        return switch (genre) {
            case "jazz", "blues" -> QUAVERS;
            case "lo-fi", "hip-hop" -> SEMIQUAVERS;
            default -> STRAIGHT;
        };
    }

    /// When a written tick sounds.
    int moved(int tick) {
        if (this == STRAIGHT) {
            return tick;
        }
        int pair = 2 * written;
        int at = tick % pair;
        int swung = at <= written
                ? at * played / written
                : played + (at - written) * (pair - played) / (pair - written);
        return tick - at + swung;
    }

    /// The score as it is printed: the first section's name says how it is played.
    public Score printed(Score score) {
        if (this == STRAIGHT || score.forms().isEmpty()) {
            return score;
        }
        List<Score.Mark> forms = new ArrayList<>(score.forms());
        Score.Mark first = forms.removeFirst();
        forms.addFirst(new Score.Mark(first.tick(), first.text() + (this == QUAVERS ? " (Swing)" : " (Swing 16ths)")));
        return new Score(score.title(), score.key(), score.metre(), score.tempo(), score.bars(), score.parts(),
                score.chords(), forms, score.lyrics());
    }
}
