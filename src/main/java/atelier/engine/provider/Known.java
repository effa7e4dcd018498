package atelier.engine.provider;

import atelier.engine.delivery.ServerName;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is known of a provider whose keys people bring. At another host than its own, somebody else's server speaks its
/// language, with keys of any shape.
enum Known {
    GEMINI("gemini", "Gemini", "generativelanguage.googleapis.com", "AIza[A-Za-z0-9_-]{35}|AQ\\.[A-Za-z0-9_.-]{20,300}",
            "https://aistudio.google.com/apikey"), ANTHROPIC("anthropic", "Anthropic",
                    "api.anthropic.com", "sk-ant-[A-Za-z0-9_-]{20,300}",
                    "https://platform.claude.com/settings/keys"), OPENAI("openai", "OpenAI", "api.openai.com",
                            "sk-(?!ant-)[A-Za-z0-9_-]{20,300}",
                            "https://platform.openai.com/api-keys");

    /// Without a digit it is a name of some other kind, such as that of a style in a web page.
    private static final Pattern ANYWHERE = Pattern.compile("(?<![A-Za-z0-9_-])(?:AIza[A-Za-z0-9_-]{30,}"
            + "|AQ\\.[A-Za-z0-9_.-]{20,}|sk-(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{20,})");

    final String id;
    final String title;
    final String host;
    final Pattern shape;
    /// Where its keys are made and revoked.
    final String page;

    Known(String id, String title, String host, String shape, String page) {
        this.id = id;
        this.title = title;
        this.host = host;
        this.shape = Pattern.compile(shape);
        this.page = page;
    }

    /// @throws IllegalArgumentException when nobody has this name
    static Known of(String id) {
        var known = find(id);
        if (known == null) {
            throw new IllegalArgumentException("no cloud provider: " + id);
        }
        return known;
    }

    private static @Nullable Known find(String id) {
        for (var known : values()) {
            if (known.id.equals(id)) {
                return known;
            }
        }
        return null;
    }

    /// What its keys look like.
    Sentence example() {
        return switch (this) {
            case GEMINI ->
                Sentence.of("provider.either", "one", Sentence.plain("AIza…"), "other", Sentence.plain("AQ.…"));
            case ANTHROPIC -> Sentence.plain("sk-ant-…");
            case OPENAI -> Sentence.plain("sk-…");
        };
    }

    /// As people know it; servers of other kinds keep their names.
    static String title(String id, Phrases phrases) {
        var known = find(id);
        return known == null ? ServerName.of(id, phrases) : known.title;
    }

    /// Whose key this looks like; null when nobody's.
    static @Nullable Known byShape(String text) {
        for (var known : values()) {
            if (known.shape.matcher(text).matches()) {
                return known;
            }
        }
        return null;
    }

    /// Whether something in these words can hardly be anything but a key.
    static boolean isKeyIn(String words) {
        return ANYWHERE.matcher(words).find();
    }
}
