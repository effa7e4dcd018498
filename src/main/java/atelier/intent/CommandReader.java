package atelier.intent;

import atelier.chat.Invocation;
import atelier.intent.Intent.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads commands, which mean exactly one thing.
final class CommandReader {
    private record Meaning(Kind kind, String action) {}

    private static final Map<String, Meaning> MEANINGS = meanings();
    private static final Set<Kind> MADE = Set.of(Kind.GENERATE_CODE, Kind.GENERATE_GAME, Kind.GENERATE_LYRICS,
            Kind.GENERATE_MELODY, Kind.GENERATE_TOPLINE, Kind.GENERATE_FULL_SONG);

    private static final Set<String> HISTORY_ACTIONS = Set.of("show", "new", "list", "open", "rename", "search",
            "export", "delete", "restore");

    /// No command of its own, but what many type who do not understand us.
    private static final Set<String> LANGUAGE = Set.of("language", "lang", "sprache", "idioma", "langue", "язык", "语言");

    private static final Set<String> MUSIC = Set.of("melody", "topline", "song", "lyrics");

    private final IntentParser parser;

    CommandReader(IntentParser parser) {
        this.parser = parser;
    }

    /// `/name rest`, also `/name@bot rest`; null when the text is no command (a path such as `/usr/bin` is none).
    static @Nullable Invocation typed(String text) {
        if (text.length() < 2 || (text.charAt(0) != '/' && text.charAt(0) != '／')) {
            return null;
        }
        int end = 1;
        while (end < text.length() && end <= 33 && isOfName(text.charAt(end))) {
            end++;
        }
        int rest = end;
        if (rest < text.length() && text.charAt(rest) == '@') {
            while (rest < text.length() && !Character.isWhitespace(text.charAt(rest))) {
                rest++;
            }
        }
        boolean ends = rest == text.length() || Character.isWhitespace(text.charAt(rest));
        if (end == 1 || !ends || !Character.isLetter(text.charAt(1))) {
            return null;
        }
        return new Invocation(text.substring(1, end).toLowerCase(Locale.ROOT),
                Map.of("prompt", text.substring(rest).strip()));
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    Parsed read(String name, Map<String, String> given, Situation situation) {
        var command = name.toLowerCase(Locale.ROOT);
        var options = MUSIC.contains(command) ? TypedOptions.in(given) : given;
        var words = words(options);
        if (command.equals("create")) {
            return create(words, options, situation);
        }
        if (command.equals("as")) {
            return as(words, situation);
        }
        if (LANGUAGE.contains(command)) {
            return exact(Intents.of(Kind.MANAGE_ACCOUNT, "settings", ("language " + words).strip(), parser.briefs("")),
                    null, null);
        }
        var meaning = MEANINGS.get(command);
        if (meaning == null) {
            return exact(new Intent.Help(command.equals("start") ? null : command), null, null);
        }
        var file = situation.attachment() != null ? situation.attachment() : Paste.in(words).kind();
        var briefs = parser.briefs(words);
        var intent = CommandOptions.apply(options,
                Intents.of(meaning.kind(), action(command, meaning, words), words, briefs),
                parser);
        var question = words.isBlank() && needsWords(meaning.kind())
                ? Questions.words(command)
                : MADE.contains(meaning.kind())
                        ? null
                        : Questions.missing(intent, true, situation,
                                file == null && hasPaste(meaning.kind(), words) ? Situation.File.CODE : file);
        var parsed = intent instanceof Intent.EditLast
                ? new Parsed(intent, 1, Intents.entities(intent, briefs), question)
                : exact(intent, model(options, briefs), question);
        var note = briefs.keyNote();
        return note == null || options.containsKey("key") || !parsed.entities().containsKey("key")
                ? parsed
                : with(parsed, "note", note);
    }

    private static Parsed with(Parsed parsed, String name, String value) {
        var entities = new HashMap<>(parsed.entities());
        entities.put(name, value);
        return new Parsed(parsed.intent(), parsed.confidence(), entities, parsed.question(), parsed.likeliest());
    }

    /// `/as <kind> <words>`: what a button says that settles a doubt. Nobody need type it.
    private Parsed as(String words, Situation situation) {
        var parts = words.split("\\s+", 2);
        return Kinds.named(parts[0]).map(kind -> parser.as(kind, parts.length > 1 ? parts[1] : "", situation))
                .orElseGet(() -> exact(new Intent.Help("as"), null, null));
    }

    /// `/create` takes anything that can be made, and asks where the words do not say what.
    private Parsed create(String words, Map<String, String> options, Situation situation) {
        if (words.isBlank()) {
            return exact(new Intent.Talk(words), null, Questions.words("create"));
        }
        var understood = parser.freely(words, new Situation(null, situation.attachment(), false));
        if ((understood.intent() instanceof Intent.Talk && understood.question() == null)
                || understood.intent() instanceof Intent.Unknown) {
            var question = Questions.unsure("anything", words);
            return new Parsed(understood.intent(), 0.5, understood.entities(), question);
        }
        var model = options.get("model");
        return model == null ? understood : with(understood, "model", model);
    }

    private static Parsed exact(Intent intent, @Nullable String model, @Nullable Question question) {
        return new Parsed(intent, 1, Intents.entities(intent, model), question);
    }

    private static @Nullable String model(Map<String, String> options, Briefs briefs) {
        var model = options.get("model");
        return model == null || model.isBlank() ? briefs.model() : model.strip();
    }

    private static String words(Map<String, String> options) {
        var prompt = options.get("prompt");
        return prompt == null ? "" : prompt.strip();
    }

    private static boolean needsWords(Kind kind) {
        return switch (kind) {
            case GENERATE_CODE, GENERATE_GAME, GENERATE_LYRICS, COMPARE_MODELS -> true;
            case FEATURE_INQUIRY, HOW_TO, GENERAL_HELP, REVIEW_CODE, EXPLAIN_CODE, GENERATE_MELODY, GENERATE_TOPLINE,
                    GENERATE_FULL_SONG, CLONE_VOICE, COACH_VOCALS, ANALYZE_AUDIO, ANALYZE_LOG, MASTER_AUDIO,
                    PLAY_SAMPLE,
                    SHOW_EXAMPLE, MANAGE_MODELS, SHOW_USAGE, HISTORY, EDIT_LAST, REGENERATE, CANCEL, MANAGE_TEMPLATES,
                    MANAGE_ACCOUNT, GREETING, THANKS, CHAT, UNKNOWN ->
                false;
        };
    }

    /// After `/review`, `/explain` and `/log` any words may be the thing itself, in whatever form.
    private static boolean hasPaste(Kind kind, String words) {
        boolean takesText = kind == Kind.REVIEW_CODE || kind == Kind.EXPLAIN_CODE || kind == Kind.ANALYZE_LOG;
        return takesText && (words.indexOf('\n') >= 0 || words.length() > 60
                || (kind == Kind.ANALYZE_LOG && words.indexOf(':') >= 0)
                || words.chars().anyMatch(c -> "(){}=;".indexOf(c) >= 0));
    }

    private static String action(String command, Meaning meaning, String words) {
        var first = words.isBlank() ? "" : words.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        return switch (command) {
            case "conversation" ->
                HISTORY_ACTIONS.contains(first) ? first : "list";
            case "history" -> words.isBlank() ? "show" : "search";
            case "help" -> words.startsWith("/") ? words.substring(1) : words;
            default -> meaning.action();
        };
    }

    private static Map<String, Meaning> meanings() {
        var map = new HashMap<String, Meaning>();
        for (var line : Lexicon.lines("commands.txt")) {
            var parts = line.split("\\s+", -1);
            map.put(parts[0], new Meaning(Kind.valueOf(parts[1]), parts.length > 2 ? parts[2] : ""));
        }
        return Map.copyOf(map);
    }
}
