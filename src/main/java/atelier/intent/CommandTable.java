package atelier.intent;

import static atelier.intent.Command.Group.*;
import static atelier.intent.Option.Type.*;

import atelier.intent.Command.Group;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every command there is. Dispatch, registration at the platforms, help and the README's list all come from here.
public final class CommandTable {
    private static final Option LEVEL = choice("complexity", "How much it should be", "basic", "intermediate",
            "advanced");
    private static final Option FILE = new Option("file", "The file it is about", ATTACHMENT, false, List.of());
    private static final Option SOUND_FILE = new Option("file", "The recording", ATTACHMENT, false, List.of());
    private static final Option MODEL = text("model", "Answer with this model");
    private static final Option SEED = new Option("seed", "The same number makes the same music again", INTEGER, false,
            List.of());
    private static final Option KEY = text("key", "Such as D, F# or Bb");
    private static final Option SCALE = choice("scale", "Mode", "major", "minor", "harmonic-minor", "melodic-minor",
            "dorian", "phrygian", "lydian", "mixolydian", "locrian", "pentatonic-major", "pentatonic-minor", "blues");
    private static final Option TEMPO = new Option("tempo", "Beats a minute", INTEGER, false, List.of());
    private static final Option METER = text("meter", "Such as 4/4, 3/4 or 6/8");
    private static final Option BARS = new Option("bars", "Number of bars", INTEGER, false, List.of());
    private static final Option GENRE = text("genre", "Such as pop, waltz or lo-fi");
    private static final Option MOOD = text("mood", "Such as calm, sad or happy");

    /// In the order help shows them.
    public static final List<Command> ALL = List.of(
            command("create", "Make anything: say it in your own words", CREATE, true, prompt("What to make"), MODEL),
            command("code", "Write a program, a script, a web page", CREATE, true, prompt("What the code should do"),
                    text("language", "Programming language"), text("framework", "Framework or library"), LEVEL, FILE,
                    MODEL),
            command("game", "Make a game you can play", CREATE, true, prompt("What the game is about"),
                    choice("engine", "What it runs on", "html5", "phaser", "godot", "unity", "pygame"), LEVEL,
                    new Option("levels", "Number of levels", INTEGER, false, List.of()), MODEL),
            command("lyrics", "Write the words of a song", CREATE, true, prompt("What the song is about"), GENRE, MOOD,
                    text("language", "Language of the words"), MODEL),
            command("melody", "Compose a melody", CREATE, true, prompt("What it should sound like"), KEY, SCALE, TEMPO,
                    METER, BARS, GENRE, MOOD, SEED),
            command("topline", "Compose a melody with words to sing", CREATE, true,
                    prompt("What it should sound like"),
                    KEY, SCALE, TEMPO, METER, BARS, GENRE, MOOD, SEED, MODEL),
            command("song", "Make a whole song", CREATE, true, prompt("What the song is about"), KEY, SCALE, TEMPO,
                    METER,
                    GENRE, MOOD, text("language", "Language of the words"), SEED, MODEL),
            command("review", "Find mistakes in code", UNDERSTAND, true, prompt("The code, or what to look for"), FILE,
                    MODEL),
            command("explain", "Explain code", UNDERSTAND, true, prompt("The code, or what is unclear"), FILE, MODEL),
            command("log", "Explain a log and say what to do", UNDERSTAND, true, prompt("The log, or what went wrong"),
                    FILE,
                    MODEL),
            command("compare", "Ask several models the same", UNDERSTAND, true, prompt("What to ask them"),
                    text("models", "Names, separated by commas")),
            command("voice", "Clone your own voice, with your consent", SOUND, false,
                    prompt("What the voice should say"),
                    SOUND_FILE),
            command("coach", "Get feedback on your singing", SOUND, false, prompt("What you want to know"), SOUND_FILE),
            command("analyze", "Measure a recording: loudness, key, tempo", SOUND, false,
                    prompt("What you want to know"),
                    SOUND_FILE),
            command("master", "Master a track", SOUND, false, prompt("What it should sound like"), SOUND_FILE),
            command("stop", "Stop what is being made", STEER, true),
            command("retry", "Make the last thing again, differently", STEER, true),
            command("diff", "Show what the last change changed", STEER, true),
            command("undo", "Take the last change back", STEER, true),
            command("model", "See the models and choose who answers", MODELS, true,
                    prompt("Such as: use llama3, auto, local-only on")),
            command("provider", "Use cloud models with keys of your own", MODELS, true,
                    prompt("Such as: add gemini, replace openai, remove anthropic")),
            command("template", "Save and use prompts of your own", CONVERSATION, true,
                    prompt("Such as: list, save, use")),
            command("persona", "Choose how the bot talks", CONVERSATION, true, prompt("Such as: list, save, use")),
            command("new", "Begin a new conversation", CONVERSATION, true),
            command("conversation", "List, open, rename, search, export or delete conversations", CONVERSATION, true,
                    prompt("Such as: list, open 3, rename, search, export")),
            command("history", "Your earlier conversations", CONVERSATION, true),
            command("quota", "How many messages are left today, and what was charged", ACCOUNT, true),
            command("usage", "What was used and what it cost, as a picture too", ACCOUNT, true,
                    prompt("Such as: today, 7, 30 or 90 days")),
            command("plan", "What your tier allows, where it comes from, and what others allow", ACCOUNT, true),
            command("subscribe", "Get a plan, or stop one", ACCOUNT, true, prompt("Which plan")),
            command("link", "Join your accounts on Discord and Telegram", ACCOUNT, true,
                    prompt("The code, if you have one")),
            command("settings", "What the cloud may cost, whether it is asked, and which language I speak",
                    ACCOUNT, true,
                    prompt("Such as: budget 5, local only")),
            command("samples", "Things to try", HELP, true),
            command("help", "What I can do", HELP, true, prompt("A command or a topic")),
            command("privacy", "What is stored, and where it goes", HELP, true),
            command("mydata", "Everything kept of you: take it with you, or delete it", ACCOUNT, true,
                    prompt("Such as: export, delete, packets")),
            command("terms", "The terms of what is sold here", HELP, true),
            command("paysupport", "Help with a payment", HELP, true),
            command("report", "Report something I made to those who run me", ACCOUNT, true,
                    prompt("What is wrong with it")),
            command("admin", "For those who run this bot", ACCOUNT, true, prompt("Such as: status, ban, announce")));

    private CommandTable() {}

    /// The command of this name, or null.
    public static @Nullable Command named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst().orElse(null);
    }

    /// The command that means this kind of wish, where one does.
    public static Optional<Command> of(Intent.Kind kind) {
        return Optional.ofNullable(named(Kinds.of(kind).command().substring(1)));
    }

    /// The commands that do something today; these are registered at the platforms.
    public static List<Command> available() {
        return ALL.stream().filter(Command::available).toList();
    }

    private static Command command(String name, String description, Group group, boolean available, Option... options) {
        return new Command(name, description, List.of(options), group, available);
    }

    // Never required: a command without its words is answered with a question, which teaches more than a red border.
    private static Option prompt(String description) {
        return text("prompt", description);
    }

    private static Option text(String name, String description) {
        return new Option(name, description, STRING, false, List.of());
    }

    private static Option choice(String name, String description, String... choices) {
        return new Option(name, description, STRING, false, List.of(choices));
    }
}
