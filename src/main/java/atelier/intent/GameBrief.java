package atelier.intent;

import org.jspecify.annotations.Nullable;

/// What the words say about a wanted game; null where they are silent.
///
/// @param engine   `html5`, `phaser`, `godot`, `unity` or `pygame`
/// @param language programming language named in the words, lower case
/// @param theme    archetype such as `snake`, `platformer`, `breakout`
/// @param levels   number of levels asked for, as written
public record GameBrief(@Nullable String engine, @Nullable String language, @Nullable String theme,
        @Nullable Complexity complexity, @Nullable Integer levels) {}
