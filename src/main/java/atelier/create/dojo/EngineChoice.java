package atelier.create.dojo;

import atelier.chat.UserFacingException;
import atelier.create.design.EngineWords;
import atelier.create.game.GameEngine;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import atelier.language.Sentence;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the game is made for.
sealed interface EngineChoice {
    /// One of our own skeletons.
    record Ours(GameEngine engine) implements EngineChoice {}

    /// Another programming language: a model writes all of it.
    record Language(String language) implements EngineChoice {}

    /// @throws UserFacingException for an engine that is not made here, with those that are
    static EngineChoice of(Intent.MakeGame intent) {
        var brief = intent.brief();
        var named = word(brief.engine());
        if (named.isEmpty()) {
            var other = EngineWords.unknownIn(intent.request());
            if (other.isPresent()) {
                throw new UserFacingException(unsupported(Sentence.plain(other.get())));
            }
            return byLanguage(brief);
        }
        return GameEngine.of(named).<EngineChoice>map(Ours::new)
                .orElseThrow(() -> new UserFacingException(unsupported(shown(named))));
    }

    private static EngineChoice byLanguage(GameBrief brief) {
        var language = word(brief.language());
        if (Set.of("", "javascript", "html", "js", "css").contains(language)) {
            return new Ours(GameEngine.HTML5);
        }
        return switch (language) {
            case "python" -> new Ours(GameEngine.PYGAME);
            case "csharp", "c#" -> new Ours(GameEngine.UNITY);
            case "gdscript" -> new Ours(GameEngine.GODOT);
            default -> new Language(language);
        };
    }

    private static Sentence unsupported(Sentence name) {
        return Sentence.of("game.engine", "engine", name);
    }

    private static Sentence shown(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N} .+#-]", "");
        return plain.isBlank()
                ? Sentence.of("game.engine.that")
                : Sentence.of("game.engine.named", "name", plain.substring(0, Math.min(40, plain.length())));
    }

    private static String word(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
