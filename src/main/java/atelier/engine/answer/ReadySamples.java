package atelier.engine.answer;

import atelier.account.Accounts;
import atelier.chat.Button;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.dojo.SampleGame;
import atelier.engine.delivery.PageLinks;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.generation.Cancellation;
import atelier.language.Phrases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The library of samples: games to play and programs to read, ready-made, beside the music of others. They cost nothing.
public final class ReadySamples implements Errands {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    // A German who says “spiel mir …” wants to hear something.
    private static final Pattern GAME = Pattern
            .compile(
                    "(?<!\\p{L})(?:games?|spiele?(?!\\s+(?:mir|ein|eine|etwas|das|bitte|mal|doch)(?!\\p{L}))|juegos?|jeux?|jogos?|игр\\p{L}*)(?!\\p{L})|游戏",
                    I);
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\p{L})(?:code|program(?:s|me|mes|m)?|scripts?|programa|código|код\\p{L}*|программ\\p{L}*)(?!\\p{L})|代码|程序",
            I);
    private static final List<Sample> ALL = List.of(new Sample("snake", true, "question.which-game.snake", List.of()),
            new Sample("robot", true, "question.which-game.robot", List.of()),
            new Sample("breakout", true, "question.which-game.breakout", List.of()),
            new Sample("todo", false, "sample.todo", List.of("todo.py", "test_todo.py")),
            new Sample("countdown", false, "sample.countdown", List.of("countdown.html")));
    private static final Map<String, String> TYPES = Map.of("py", "text/x-python", "html", "text/html");

    private final Errands music;
    private final Accounts accounts;
    private final PageLinks pages;
    private final Map<String, Creation> games = new ConcurrentHashMap<>();

    /// @param music has the samples to listen to
    public ReadySamples(Parts parts, Errands music) {
        this.music = music;
        this.accounts = parts.accounts();
        this.pages = new PageLinks(parts);
    }

    /// @param id    what a button calls it
    /// @param wish  key of the words that lead to something like it
    /// @param files of a program, as they lie beside this class
    private record Sample(String id, boolean isGame, String wish, List<String> files) {
        String said() {
            return "/samples " + (isGame ? "game " : "code ") + id;
        }
    }

    /// Whether a sample is asked for that is no music.
    static boolean names(String words) {
        return !SampleTalk.names(words) && (GAME.matcher(words).find() || CODE.matcher(words).find());
    }

    /// A button for each.
    static Stream<Say.Choice> choices(Phrases phrases) {
        return ALL.stream().map(sample -> choice(sample, phrases));
    }

    private static Say.Choice choice(Sample sample, Phrases phrases) {
        return Say.Choice.of((sample.isGame() ? "🎮 " : "💻 ") + phrases.say(sample.wish()), sample.said());
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var wanted = wanted(job.words());
        if (wanted.isEmpty()) {
            return music.run(job, onText, cancellation);
        }
        var phrases = Phrases.of(accounts.byId(job.account()).locale());
        var sample = wanted.get();
        onText.accept(phrases.say("sample.coming"));
        return sample.isGame() ? game(sample, phrases) : code(sample, phrases);
    }

    /// The one a button names, else the first of its kind.
    private static Optional<Sample> wanted(String words) {
        if (!names(words)) {
            return Optional.empty();
        }
        var isGame = GAME.matcher(words).find();
        var ofKind = ALL.stream().filter(sample -> sample.isGame() == isGame).toList();
        return ofKind.stream().filter(sample -> words.endsWith(" " + sample.id())).findFirst()
                .or(() -> ofKind.stream().findFirst());
    }

    private Say game(Sample sample, Phrases phrases) {
        var wish = phrases.say(sample.wish());
        var made = games.computeIfAbsent(wish, SampleGame::of);
        var play = pages.to(made.files()).map(link -> Say.Choice.link(phrases.say("delivery.play"), link)).stream();
        return new Say(phrases.say("sample.game", "title", made.title(), "about", firstParagraph(made)),
                Stream.concat(play, ways(sample, "/game " + wish, phrases)).toList())
                .with(made.files(), new Wrapping(made.title(), Wrapping.Form.WHOLE));
    }

    private static String firstParagraph(Creation made) {
        return made.text().lines().filter(line -> !line.isBlank() && !line.startsWith("**")).findFirst().orElse("");
    }

    private static Say code(Sample sample, Phrases phrases) {
        var wish = phrases.say(sample.wish());
        return new Say(phrases.say("sample.code", "title", wish), ways(sample, "/code " + wish, phrases).toList())
                .with(sample.files().stream().map(ReadySamples::file).toList(), new Wrapping(sample.id(),
                        Wrapping.Form.PROJECT));
    }

    private static Stream<Say.Choice> ways(Sample shown, String like, Phrases phrases) {
        return Stream.concat(Stream.of(new Say.Choice(phrases.say("sample.like"), like, Button.Style.PRIMARY)),
                ALL.stream().filter(other -> !other.equals(shown)).map(other -> choice(other, phrases)));
    }

    private static Artifact file(String name) {
        var type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        try (var content = Objects.requireNonNull(ReadySamples.class.getResourceAsStream(name), name)) {
            return new Artifact(name, type, content.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
