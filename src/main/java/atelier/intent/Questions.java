package atelier.intent;

import atelier.intent.Question.Choice;
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
            case REVIEW_CODE -> code ? null : file("Which code should I look at? Paste it here or attach the file.");
            case EXPLAIN_CODE -> code ? null : file("Which code should I explain? Paste it here or attach the file.");
            case ANALYZE_LOG -> file != null ? null : file("Which log? Paste it here or attach the file.");
            case CLONE_VOICE -> sound ? null : file("Send me a voice message or a recording of your own voice.");
            case COACH_VOCALS -> sound ? null : file("Sing something into a voice message and send it to me.");
            case ANALYZE_AUDIO -> sound ? null : file("Which recording? Attach the audio file.");
            case MASTER_AUDIO -> sound ? null : file("Which track should I master? Attach the audio file.");
            case EDIT_LAST -> situation.last() != null
                    ? null
                    : new Question("last", "There is nothing to change here yet. What should I make first?", List.of());
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
            case "code" -> choose("What should I do with this code?", new Choice("Review it", "/review"),
                    new Choice("Explain it", "/explain"));
            case "voice" -> choose("What should I do with this recording?", new Choice("Coach my singing", "/coach"),
                    new Choice("Analyse the sound", "/analyze"), new Choice("Clone my voice", "/voice"));
            case "theme" -> choose("Do you want a game of that?", new Choice("Yes, make the game", "/game " + words),
                    new Choice("No, just talk", "/talk " + words));
            case "music" -> choose("What kind of music should it be?", new Choice("A whole song", "/song " + words),
                    new Choice("A melody", "/melody " + words), new Choice("Lyrics", "/lyrics " + words));
            default -> choose("What should I make?", new Choice("Code", "/code " + words),
                    new Choice("A game", "/game " + words), new Choice("A melody", "/melody " + words),
                    new Choice("Lyrics", "/lyrics " + words), new Choice("Just an answer", "/talk " + words));
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
                .map(kind -> new Choice(Kinds.of(kind).label(), Kinds.of(kind).command() + " " + words));
        return choose("What would you like me to do?", choices.toArray(Choice[]::new));
    }

    /// What to ask when a command came without its words.
    static Question words(String command) {
        return switch (command) {
            case "game" -> whichGame();
            case "lyrics" -> whatAbout();
            case "code" -> whatToWrite();
            case "compare" -> prompt("What should the models answer?", "A haiku about autumn",
                    "A function that reverses a string", "Three names for a bakery");
            default -> prompt("What should I make?", "A snake game in Python", "A calm melody in D minor",
                    "Lyrics about the rain");
        };
    }

    private static Question whatToWrite() {
        return prompt("What should I write? For example: a Python script that renames photos by date.",
                "A Python script that renames photos by date", "A JavaScript function that checks an e-mail address",
                "A web page with a countdown timer");
    }

    private static Question whichGame() {
        return prompt("What kind of game? For example: a snake game that gets faster.", "A snake game that gets faster",
                "A platformer about a lost robot", "A breakout game with ten levels");
    }

    private static Question whatAbout() {
        return prompt("What should the lyrics be about? For example: the first day of summer.",
                "The first day of summer, pop", "A train ride at night, sad", "My cat, as a rap");
    }

    private static Question prompt(String text, String... examples) {
        return new Question("prompt", text, List.of(examples).stream().map(Objects::requireNonNull)
                .map(example -> new Choice(example, example)).toList());
    }

    private static Question file(String text) {
        return new Question("file", text, List.of());
    }

    private static Question choose(String text, Choice... choices) {
        return new Question("intent", text,
                List.of(choices).stream().map(choice -> new Choice(choice.label(), choice.value().strip())).toList());
    }
}
