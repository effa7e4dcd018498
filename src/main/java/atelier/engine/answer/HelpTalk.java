package atelier.engine.answer;

import atelier.account.Feature;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.intent.Command;
import atelier.intent.CommandTable;
import atelier.intent.CommandWords;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import atelier.language.Language;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Help in the person's language: by topic, by command, and by what they say they want to do.
public final class HelpTalk {
    private static final int LONGEST_TOPIC = 300;
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?U)\\b(?:languages?|sprachen?|idiomas?|langues?|языки?|языка)\\b(?!.*(?:program|código|code|программ))|语言");

    private static final Pattern AROUND = Pattern.compile("^[\\s¿¡]+|[\\s?？!！.。…]+$");

    private final IntentParser parser;
    private final Tiers tiers;

    HelpTalk(IntentParser parser, Tiers tiers) {
        this.parser = parser;
        this.tiers = tiers;
    }

    /// @param about a command, a topic or a wish; null or empty for all there is
    Say about(@Nullable String about, Asker asker) {
        var phrases = asker.phrases();
        if (about == null || about.isBlank() || about.length() > LONGEST_TOPIC) {
            return everything("", phrases);
        }
        var words = about.strip().toLowerCase(Locale.ROOT);
        if (isAboutFeatures(words)) {
            return catalogue(asker);
        }
        return command(words, phrases).or(() -> topic(words, phrases)).or(() -> language(words, phrases))
                .or(() -> meant(about.strip(), phrases)).orElseGet(() -> everything(words.contains(" ")
                        ? phrases.say("help.nothing", "words", about.strip()) + " "
                        : phrases.say("help.no-command", "name", about.strip().replaceFirst("^/", "")) + " ", phrases));
    }

    /// Which one I speak is one of the settings, and none of their names says so.
    private static Optional<Say> language(String words, Phrases phrases) {
        return LANGUAGE.matcher(words).find()
                ? Optional.ofNullable(CommandTable.named("settings"))
                        .map(command -> command(phrases.say("help.guess", "command", "settings language") + "\n\n",
                                command, phrases))
                : Optional.empty();
    }

    private static boolean isAboutFeatures(String words) {
        return isAmong("help.words.features", words);
    }

    /// Whether somebody asks what there is to be had here at all. A model knows nothing of that.
    public static boolean isAskedForAll(String question) {
        return question.length() <= LONGEST_TOPIC && isAmong("help.words.everything",
                AROUND.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("").replace('’', '\''));
    }

    /// In whatever language: people who read one often type another.
    private static boolean isAmong(String key, String words) {
        return Stream.of(Language.values()).map(Phrases::of)
                .anyMatch(theirs -> List.of(theirs.say(key).split(", ", -1)).contains(words));
    }

    /// What the person's tier has, thing by thing.
    private Say catalogue(Asker asker) {
        var phrases = asker.phrases();
        var tier = asker.account().tier();
        var lines = Stream.of(Command.Group.CREATE, Command.Group.UNDERSTAND, Command.Group.SOUND)
                .flatMap(HelpTalk::of).filter(command -> !command.name().equals("create"))
                .map(command -> line(command, tier, phrases))
                .collect(Collectors.joining("\n"));
        return new Say(phrases.say("help.catalogue", "tier", tier.name(), "messages", tier.messagesPerDay(), "jobs",
                tier.concurrentJobs(), "cloud", tier.cloud() ? "yes" : "no") + "\n" + lines,
                List.of(Say.Choice.of(phrases.say("help.plans"), "/plan"),
                        Say.Choice.of(phrases.say("help.all"), "/help")));
    }

    /// What the tier leaves out names those that have it.
    private String line(Command command, Tier tier, Phrases phrases) {
        var text = "/%s: %s".formatted(command.name(), CommandWords.description(command).in(phrases));
        return Feature.named(command.name()).filter(it -> !tier.features().contains(it))
                .map(it -> "🔒 " + text + tiers.all().stream().filter(other -> other.features().contains(it))
                        .map(Tier::name).collect(Collectors.joining(", ", " (", ")")))
                .orElse("✓ " + text);
    }

    private static Say everything(String before, Phrases phrases) {
        var lines = topics().map(group -> "**%s**: %s".formatted(phrases.say("help.topic." + group.name()),
                of(group).map(command -> "/" + command.name()).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        var buttons = Stream.concat(topics().map(group -> choice(group, phrases)),
                Stream.of(Say.Choice.of(phrases.say("help.features"), "/help features"),
                        Say.Choice.of(phrases.say("help.samples"), "/samples")))
                .toList();
        return new Say(before + phrases.say("help.intro") + "\n\n" + lines + "\n\n" + phrases.say("help.more"),
                buttons);
    }

    private static Say.Choice choice(Command.Group group, Phrases phrases) {
        return Say.Choice.of(phrases.say("help.topic." + group.name()),
                "/help " + group.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<Command.Group> topics() {
        return Stream.of(Command.Group.values()).filter(group -> of(group).findAny().isPresent());
    }

    private static Stream<Command> of(Command.Group group) {
        return CommandTable.available().stream().filter(command -> command.group() == group);
    }

    private static Optional<Say> topic(String words, Phrases phrases) {
        return topics().filter(group -> group.name().toLowerCase(Locale.ROOT).equals(words) || isCalled(group, words))
                .findFirst().map(group -> topic(group, phrases));
    }

    private static boolean isCalled(Command.Group group, String words) {
        return isAmong("help.words." + group.name(), words) || Stream.of(Language.values()).map(Phrases::of)
                .anyMatch(theirs -> theirs.say("help.topic." + group.name()).toLowerCase(Locale.ROOT).equals(words));
    }

    private static Say topic(Command.Group group, Phrases phrases) {
        var lines = of(group).map(command -> "/%s: %s".formatted(command.name(),
                CommandWords.description(command).in(phrases))).collect(Collectors.joining("\n"));
        var examples = of(group).map(Command::name).flatMap(name -> examples(name, phrases).stream().limit(1)).limit(5);
        var back = Stream.of(Say.Choice.of(phrases.say("help.all"), "/help"));
        return new Say("**%s**\n%s\n\n%s".formatted(phrases.say("help.topic." + group.name()),
                phrases.say("help.about." + group.name()), lines), Stream.concat(examples, back).toList());
    }

    private static Optional<Say> command(String words, Phrases phrases) {
        var name = words.startsWith("/") ? words.substring(1) : words;
        var command = CommandTable.named(name);
        return Optional.ofNullable(command).map(known -> command("", known, phrases));
    }

    /// What the command is there for that these words would lead to.
    private Optional<Say> meant(String words, Phrases phrases) {
        if (!words.contains(" ") && words.chars().allMatch(it -> it < 128)) {
            return Optional.empty(); // a single word is a slip of a name rather than a wish
        }
        var parsed = parser.parse(words, null, Situation.NONE);
        return CommandTable.of(parsed.intent().kind()).filter(Command::available)
                .map(command -> command(phrases.say("help.guess", "command", command.name()) + "\n\n", command,
                        phrases));
    }

    private static Say command(String before, Command command, Phrases phrases) {
        var text = new StringBuilder(before).append("**/%s**: %s".formatted(command.name(),
                CommandWords.description(command).in(phrases)));
        if (command.options().size() > 1) {
            text.append("\n\n").append(phrases.say("help.options"));
            command.options().stream().skip(1).forEach(option -> text.append("\n- **").append(option.name())
                    .append("**: ").append(CommandWords.description(command, option).in(phrases)));
        }
        var buttons = new ArrayList<>(examples(command.name(), phrases));
        buttons.add(choice(command.group(), phrases));
        return new Say(text.toString(), buttons);
    }

    /// Things to say with a command, one press away.
    private static List<Say.Choice> examples(String command, Phrases phrases) {
        var keys = switch (command) {
            case "code" -> List.of("question.code.photos", "question.code.mail", "question.code.countdown");
            case "game" ->
                List.of("question.which-game.snake", "question.which-game.robot", "question.which-game.breakout");
            case "lyrics" -> List.of("question.lyrics.summer", "question.lyrics.train", "question.lyrics.cat");
            case "melody" -> List.of("question.make.melody");
            case "topline" -> List.of("help.try.topline");
            case "song" -> List.of("help.try.song");
            case "compare" ->
                List.of("question.compare.haiku", "question.compare.function", "question.compare.names");
            case String _ -> List.<String>of();
        };
        return keys.stream().map(phrases::say).map(example -> Say.Choice.of(example, "/" + command + " " + example))
                .toList();
    }
}
