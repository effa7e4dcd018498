package atelier.create.song;

import atelier.create.music.Form.Ending;
import atelier.create.song.SongPlan.Role;
import java.util.Random;

/// Which way a line's tune bends: a chorus lies higher than a verse, a question stays up, an answer comes down.
enum Contour {
    ARCH, RISE, FALL, VALLEY, WAVE;

    static Contour drawn(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /// Semitones above the tonic.
    ///
    /// @param x    where in the line, from 0 to 1
    /// @param span factor of how far it bends
    double at(double x, Role role, Ending ending, double span) {
        double base = switch (role) {
            case CHORUS -> 4.5 + 1.5 * span;
            case BRIDGE -> 5;
            case PRE_CHORUS -> 3.5;
            case VERSE, INTRO, INSTRUMENTAL, OUTRO -> 1;
        };
        return switch (ending) {
            case OPEN -> base + 4.5 * span * bend(x);
            case HALF -> base + 1 + 3.5 * span * bend(x);
            case FULL, LAST -> (base + 3 * span) * (1 - Math.min(1, 1.3 * x));
        };
    }

    private double bend(double x) {
        return switch (this) {
            case ARCH -> 4 * x * (1 - x);
            case RISE -> 1.3 * x - 0.2;
            case FALL -> 1.1 - 1.3 * x;
            case VALLEY -> 0.8 - 4 * x * (1 - x);
            case WAVE -> 0.4 + 0.7 * Math.sin(2 * Math.PI * x);
        };
    }
}
