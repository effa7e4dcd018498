package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Invocation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentParserTest {
    private final IntentParser parser = new IntentParser();

    private Question questionTo(String text) {
        var question = parser.parse(text, null, Situation.NONE).question();
        assertThat(question).isNotNull();
        return Objects.requireNonNull(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"held-out.tsv", "seen.tsv", "held-out-again.tsv", "held-out-third.tsv", "unseen-one.tsv",
            "unseen-two.tsv",
            "unseen-three.tsv", "unseen-four.tsv"})
    void atLeast97OfAHundredUtterancesAreUnderstood(String table) throws IOException {
        var utterances = Utterances.read(table);
        var wrong = utterances.misunderstood(parser);
        assertThat(100.0 * wrong.size() / utterances.lines().size()).describedAs("%s", wrong).isLessThanOrEqualTo(3.0);
        assertThat(utterances.missed(parser)).isEmpty();
    }

    @Test
    void aLogOfOneLineIsTakenAfterItsCommand() {
        assertThat(parser.parse("/log ERROR: disk full", null, Situation.NONE).question()).isNull();
        assertThat(parser.parse("/log what went wrong?", null, Situation.NONE).question()).isNotNull();
    }

    @Test
    void everyKindIsReachedByWords() throws IOException {
        var reached = EnumSet.noneOf(Intent.Kind.class);
        for (var line : Utterances.read("held-out.tsv").lines()) {
            reached.add(parser.parse(line.text(), null, line.situation()).intent().kind());
        }
        assertThat(reached).containsExactlyInAnyOrder(Intent.Kind.values());
    }

    @Test
    void commandsMeanExactlyOneThingOnEveryPlatform() {
        var typed = parser.parse("/melody a calm tune in D minor, 8 bars", null, Situation.NONE);
        var addressed = parser.parse("/melody@AtelierBot a calm tune in D minor, 8 bars", null, Situation.NONE);
        var invoked = parser.parse("",
                new Invocation("melody", Map.of("prompt", "a calm tune in D minor", "bars", "8")), Situation.NONE);
        assertThat(typed.confidence()).isEqualTo(1);
        assertThat(typed.entities()).containsEntry("key", "D").containsEntry("scale", "minor").containsEntry("bars", 8);
        assertThat(addressed).isEqualTo(typed);
        assertThat(invoked.entities()).isEqualTo(typed.entities());
    }

    @Test
    void optionsOfACommandWinOverItsWords() {
        var options = Map.of("prompt", "a parser in Java", "language", "Rust", "complexity", "moderate", "model",
                "gemma3");
        var parsed = parser.parse("", new Invocation("code", options), Situation.NONE);
        assertThat(parsed.intent()).isEqualTo(new Intent.WriteCode("a parser in Java",
                new CodeBrief("rust", null, "app", Complexity.INTERMEDIATE)));
        assertThat(parsed.entities()).containsEntry("model", "gemma3");
    }

    @Test
    void optionsThatMakeNoSenseArePassedOver() {
        var options = Map.of("prompt", "a tune at 90 bpm", "tempo", "fast", "seed", "99999999999999999999", "nonsense",
                "1");
        var parsed = parser.parse("", new Invocation("melody", options), Situation.NONE);
        assertThat(parsed.entities()).containsEntry("tempo", 90).doesNotContainKey("seed");
    }

    @Test
    void commandWithoutItsWordsAsksForThemWithExamples() {
        for (var command : new String[]{"/code", "/game", "/lyrics", "/create"}) {
            var question = questionTo(command);
            assertThat(question.slot()).isEqualTo("prompt");
            assertThat(question.choices()).hasSize(3);
        }
        assertThat(parser.parse("/melody", null, Situation.NONE).question()).isNull();
    }

    @Test
    void unknownCommandBecomesHelpOnItsName() {
        var parsed = parser.parse("/xyz now", null, Situation.NONE);
        assertThat(parsed.intent()).isEqualTo(new Intent.Help("xyz"));
        assertThat(CommandTable.named("xyz")).isNull();
    }

    @Test
    void aPathIsNoCommand() {
        assertThat(parser.parse("/usr/bin/python is gone", null, Situation.NONE).intent())
                .isInstanceOf(Intent.Talk.class);
    }

    @Test
    void createIsReadAsFreeTextAndAsksWhenItCannotTell() {
        assertThat(parser.parse("/create a snake game in Python", null, Situation.NONE).entities())
                .containsEntry("engine", "pygame").containsEntry("language", "python").containsEntry("theme", "snake");
        var unsure = questionTo("/create happiness");
        assertThat(unsure.slot()).isEqualTo("intent");
        assertThat(unsure.choices()).extracting(Question.Choice::value).contains("/lyrics happiness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review my code", "explain this code", "analyse my log file", "master my track",
            "clone my voice", "rate my singing", "how loud is my mix", "/review", "/master"})
    void whatNeedsAFileAndHasNoneAsksForIt(String text) {
        var question = questionTo(text);
        assertThat(question.slot()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write code", "make a game", "write a python script", "make me some code please",
            "I want a game", "write lyrics", "make a simple game"})
    void aWishWithoutContentAsksWhatItShouldBe(String text) {
        var question = questionTo(text);
        assertThat(question.slot()).isEqualTo("prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write a function that sorts a list", "make a snake game", "a melody", "make a song",
            "lyrics about rain", "python function to validate an IBAN", "make tetris", "write fizzbuzz"})
    void aWishThatCanBeFulfilledAsksNothing(String text) {
        assertThat(parser.parse(text, null, Situation.NONE).question()).isNull();
    }

    @Test
    void oneWordThatMayBeAGameOffersButtonsWithWholeCommands() {
        var parsed = parser.parse("snake", null, Situation.NONE);
        assertThat(parsed.confidence()).isLessThan(0.6);
        assertThat(questionTo("snake").choices().getFirst().value()).isEqualTo("/game snake");
    }

    @Test
    void wishForSomethingUnnamedOffersBareCommands() {
        assertThat(questionTo("I want to make music").choices()).extracting(Question.Choice::value)
                .containsExactly("/song", "/melody", "/lyrics");
    }

    @Test
    void absurdNumbersArePassedOnWithoutOverflow() {
        var entities = parser.parse("a melody at 99999999999999999999 bpm with seed 42", null, Situation.NONE)
                .entities();
        assertThat(entities).containsEntry("tempo", Integer.MAX_VALUE).containsEntry("seed", 42L);
        assertThat(parser.parse("a melody of 99999999999 minutes", null, Situation.NONE).entities())
                .containsEntry("seconds", Integer.MAX_VALUE);
    }

    @Test
    void nothingTypedEverThrows() {
        var random = new Random(7);
        var pieces = new String[]{"make", "a", "melody", "in", "D", "#", "/", "```", "\n", "\0", "\u202E", "写", "歌",
                "游戏",
                "３０", "bpm", "🎵", "\uD83C", "\u0301", "-", "{", "}", ";", "spiel", "h-Moll", "/code", "@", "*", "ё",
                "\t",
                "99999999999999999999", "3/4", "it", "slower", "?", "！", "with llama3:", "ERROR", "at x(y)",
                "{\"text\":"};
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(random.nextInt(4) == 0
                        ? Character.toString(random.nextInt(0x11000))
                        : pieces[random.nextInt(pieces.length)])
                        .append(random.nextBoolean() ? " " : "");
            }
            var line = text.toString();
            assertThat(parser.parse(line, null, Situation.NONE).confidence()).isBetween(0.0, 1.0);
            assertThat(new IntentLines(parser).answer(line)).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "(", "{\n", "ab\n", "```", "make a ", "写", "\0", "/", "1/", "Beispiel-Spiel "})
    void hundredThousandCharactersAreReadLikeAnyOther(String piece) {
        var text = piece.repeat(100_000 / piece.length());
        assertThat(parser.parse(text, null, Situation.NONE).confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void invisibleAndFullwidthCharactersDoNotHideTheMeaning() {
        var parsed = parser.parse("\u202Emake a\0 mel\u200Body at １２０ bpm\u0000", null, Situation.NONE);
        assertThat(parsed.intent().kind()).isEqualTo(Intent.Kind.GENERATE_MELODY);
        assertThat(parsed.entities()).containsEntry("tempo", 120);
    }

    @Test
    void fastAndSlowMusicIsWantedAtAnotherPaceButAFastSubjectIsNot() {
        for (var it : Map.of("a fast jig in D major", 1.25, "ein langsames Lied über den Herbst", 0.8,
                "una canción rápida sobre el mar", 1.25).entrySet()) {
            assertThat(music(it.getKey()).pace()).as(it.getKey()).isEqualTo(it.getValue());
        }
        assertThat(music("a song about fast cars").pace()).isNull();
        assertThat(music("a fast song at 90 bpm").pace()).as("a number says it better").isNull();
        assertThat(music("a fast jig in D major").genre()).isEqualTo("jig");
    }

    private static MusicBrief music(String words) {
        return switch (new IntentParser().parse(words, null, Situation.NONE).intent()) {
            case Intent.ComposeSong song -> song.brief();
            case Intent.ComposeMelody melody -> melody.brief();
            case Intent other -> throw new AssertionError(words + " is " + other.kind());
        };
    }
}
