package atelier.intent;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The table `kinds.txt`: what each kind means and how it is called on a button.
///
/// @param command    that means exactly this kind
/// @param definition in one line, for a model that is asked
record Kinds(Intent.Kind kind, String label, String command, String definition) {
    private static final Map<Intent.Kind, Kinds> TABLE = Lexicon.lines("kinds.txt").stream().map(Kinds::row)
            .collect(Collectors.toMap(Kinds::kind, row -> row, (a, b) -> b, () -> new EnumMap<>(Intent.Kind.class)));

    static Kinds of(Intent.Kind kind) {
        return Objects.requireNonNull(TABLE.get(kind), kind.name());
    }

    static List<Kinds> all() {
        return List.copyOf(TABLE.values());
    }

    /// The kind of this name in any case, with spaces or dashes for underscores.
    static Optional<Intent.Kind> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return TABLE.keySet().stream().filter(kind -> kind.name().equals(wanted)).findFirst();
    }

    /// Whether a wrong guess would annoy: not with talk, steering and small talk.
    boolean isAskedAbout() {
        return switch (kind) {
            case CHAT, UNKNOWN, GREETING, THANKS, GENERAL_HELP, CANCEL, REGENERATE -> false;
            case FEATURE_INQUIRY, HOW_TO, GENERATE_CODE, REVIEW_CODE, EXPLAIN_CODE, GENERATE_GAME, GENERATE_LYRICS,
                    GENERATE_MELODY, GENERATE_TOPLINE, GENERATE_FULL_SONG, CLONE_VOICE, COACH_VOCALS, ANALYZE_AUDIO,
                    ANALYZE_LOG, MASTER_AUDIO, PLAY_SAMPLE, SHOW_EXAMPLE, COMPARE_MODELS, MANAGE_MODELS, SHOW_USAGE,
                    HISTORY, EDIT_LAST, MANAGE_TEMPLATES, MANAGE_ACCOUNT ->
                true;
        };
    }

    private static Kinds row(String line) {
        var columns = line.split(" \\| ", -1);
        return new Kinds(Intent.Kind.valueOf(columns[0]), columns[1], columns[2], columns[3]);
    }
}
