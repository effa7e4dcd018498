package atelier.intent;

import atelier.intent.Question.Choice;
import atelier.language.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The questions that are asked back. Rarely: only where going on would be guessing.
final class Questions {
    private static final int LONGEST_VALUE = 80;

    private Questions() {}

    /// What is missing for this intent, or null where nothing is.
    ///
    /// @param content whether anything is said beyond the wish itself
    static @Nullable Question missing(Intent intent, boolean content, Situation situation,
            Situation.@Nullable File file) {
        boolean sound = file == Situation.File.AUDIO || file == Situation.File.VOICE;
        boolean code = file == Situation.File.CODE || situation.last() == Situation.Artifact.CODE
                || situation.last() == Situation.Artifact.GAME;
        return switch (intent.kind()) {
            case GENERATE_CODE -> content || file != null ? null : whatToWrite();
            case GENERATE_GAME -> content || isNamed(intent) ? null : whichGame();
            case GENERATE_LYRICS -> content ? null : whatAbout();
            case REVIEW_CODE -> code ? null : file("question.review");
            case EXPLAIN_CODE -> code ? null : file("question.explain");
            case ANALYZE_LOG -> file != null ? null : file("question.log");
            case CLONE_VOICE -> sound ? null : file("question.voice");
            case COACH_VOCALS -> sound ? null : file("question.coach");
            case ANALYZE_AUDIO -> sound ? null : file("question.analyze");
            case MASTER_AUDIO -> sound ? null : file("question.master");
            case EDIT_LAST -> situation.last() != null
                    ? null
                    : new Question("last", Sentence.of("question.nothing-yet"), List.of());
            case FEATURE_INQUIRY, HOW_TO, GENERAL_HELP, GENERATE_MELODY, GENERATE_TOPLINE, GENERATE_FULL_SONG,
                    PLAY_SAMPLE,
                    SHOW_EXAMPLE, COMPARE_MODELS, MANAGE_MODELS, SHOW_USAGE, HISTORY, REGENERATE, CANCEL,
                    MANAGE_TEMPLATES,
                    MANAGE_ACCOUNT, GREETING, THANKS, CHAT, UNKNOWN ->
                null;
        };
    }

    /// What to ask when the words may mean one thing or another.
    ///
    /// @param about  name of the doubt, as `rules.txt` has it
    /// @param asking the person's words
    static Question unsure(String about, String asking) {
        var words = asking.length() > LONGEST_VALUE ? asking.substring(0, LONGEST_VALUE) : asking;
        return switch (about) {
            case "code" -> choose("question.do-code", choice("question.do-code.review", "/review"),
                    choice("question.do-code.explain", "/explain"));
            case "voice" -> choose("question.do-sound", choice("question.kind.COACH_VOCALS", "/coach"),
                    choice("question.kind.ANALYZE_AUDIO", "/analyze"),
                    choice("question.kind.CLONE_VOICE", "/voice"));
            case "theme" -> choose("question.game", choice("question.game.yes", "/game " + words),
                    choice("question.game.no", "/talk " + words));
            case "music" -> choose("question.music", choice("question.a.song", "/song " + words),
                    choice("question.a.melody", "/melody " + words),
                    choice("question.a.lyrics", "/lyrics " + words));
            default -> choose("question.make", choice("question.a.code", "/code " + words),
                    choice("question.a.game", "/game " + words), choice("question.a.melody", "/melody " + words),
                    choice("question.a.lyrics", "/lyrics " + words), choice("question.a.talk", "/talk " + words));
        };
    }

    /// Whether the kind of game is said, which in Chinese takes no word that counts as content.
    private static boolean isNamed(Intent intent) {
        return intent instanceof Intent.MakeGame game && game.brief().theme() != null;
    }

    /// What to ask about a decision that is not sure enough, or null: people talk a lot, so nobody is asked whether they
    /// only wanted to talk.
    static @Nullable Question doubt(Decision decision, Utterance said) {
        var words = said.reading().hasContent() ? said.prose().strip() : "";
        if (decision.question() != null) {
            return unsure(decision.question(), words);
        }
        var first = Kinds.of(decision.kind());
        return decision.confidence() >= IntentParser.TOO_DOUBTFUL || !first.isAskedAbout()
                ? null
                : between(decision.likeliest().stream().map(Parsed.Likely::kind).toList(), said.text());
    }

    /// One question with a button for each of the kinds and one for mere talk. Each carries a command that means exactly
    /// that.
    static Question between(List<Intent.Kind> kinds, String words) {
        var choices = Stream.concat(kinds.stream().filter(kind -> Kinds.of(kind).isAskedAbout()),
                Stream.of(Intent.Kind.CHAT))
                .map(kind -> choice("question.kind." + kind.name(), Kinds.of(kind).command() + " " + words));
        return choose("question.do", choices.toArray(Choice[]::new));
    }

    /// What to ask when a command came without its words.
    static Question words(String command) {
        return switch (command) {
            case "game" -> whichGame();
            case "lyrics" -> whatAbout();
            case "code" -> whatToWrite();
            case "compare" -> prompt("question.compare", "question.compare.haiku",
                    "question.compare.function", "question.compare.names");
            default -> prompt("question.make", "question.make.snake", "question.make.melody",
                    "question.make.lyrics");
        };
    }

    private static Question whatToWrite() {
        return prompt("question.code", "question.code.photos", "question.code.mail", "question.code.countdown");
    }

    private static Question whichGame() {
        return prompt("question.which-game", "question.which-game.snake", "question.which-game.robot",
                "question.which-game.breakout");
    }

    private static Question whatAbout() {
        return prompt("question.lyrics", "question.lyrics.summer", "question.lyrics.train", "question.lyrics.cat");
    }

    private static Question prompt(String key, String... examples) {
        return new Question("prompt", Sentence.of(key), List.of(examples).stream().map(Objects::requireNonNull)
                .map(Sentence::of).map(example -> new Choice(example, example)).toList());
    }

    private static Question file(String key) {
        return new Question("file", Sentence.of(key), List.of());
    }

    private static Question choose(String key, Choice... choices) {
        return new Question("intent", Sentence.of(key), List.of(choices));
    }

    /// @param means a command with its words
    private static Choice choice(String key, String means) {
        return new Choice(Sentence.of(key), Sentence.plain(means.strip()));
    }
}
