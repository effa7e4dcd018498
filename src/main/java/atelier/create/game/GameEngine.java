package atelier.create.game;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a game can be made for.
public enum GameEngine {
    HTML5("HTML5"), PHASER("Phaser"), PYGAME("Pygame"), GODOT("Godot"), UNITY("Unity");

    private final String label;

    GameEngine(String label) {
        this.label = label;
    }

    /// As its makers write it.
    public String label() {
        return label;
    }

    /// As commands and files write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GameEngine> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /// Whether it makes a page that can be played from the chat.
    public boolean isWeb() {
        return this == HTML5 || this == PHASER;
    }
}
