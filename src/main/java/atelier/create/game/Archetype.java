package atelier.create.game;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of games the skeletons can play.
public enum Archetype {
    PLATFORMER, TOP_DOWN, SNAKE, BREAKOUT, SHOOTER, PUZZLE, TOWER_DEFENCE, CLICKER;

    /// As written in design files: lower case with hyphens.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Archetype> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
