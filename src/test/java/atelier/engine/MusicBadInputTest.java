package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.create.ScriptedRouter;
import atelier.create.music.MelodyCreator;
import atelier.generation.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wishes for music that cannot be had as they are: what was taken instead is said, or what is missing is asked; nothing breaks,
/// nothing goes on for ever, and what was not delivered costs nothing.
class MusicBadInputTest {
    private static final List<String> TABLE = new ArrayList<>();
    private static final String LA = "la la la\n";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    /// @param said    what the reply must say
    /// @param charged messages
    record Input(String name, String words, String said, int charged) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Input> inputs() {
        return List.of(new Input("tempo 0", "/melody 0 bpm, 4 bars", "0 beats a minute are outside", 1),
                new Input("tempo 9999", "/melody 9999 bpm, 4 bars", "so I took 300", 1),
                new Input("tempo abc", "/melody tempo:abc 4 bars", "“abc” is no number for the tempo", 1),
                new Input("tempo in words", "/melody tempo: quick, 4 bars", "no number for the tempo", 1),
                new Input("0 bars", "/melody 0 bars", "so I took 1", 1),
                new Input("100,000 bars", "/melody 100000 bars, 300 bpm, in 2/4", "so I took 128", 1),
                new Input("key of H", "/melody in the key of H minor, 4 bars", "H is what Germans call B", 1),
                new Input("a German H", "eine Melodie in h-Moll mit 4 Takten", "B minor", 1),
                new Input("no key", "/melody key:X 4 bars", "“X” is no key I know", 1),
                new Input("13/0", "/melody in 13/0, 4 bars", "13/0", 1),
                new Input("7/8", "/melody in 7/8, 4 bars", "7/8", 1),
                new Input("99/4", "/melody in 99/4, 2 bars", "so I took", 1),
                new Input("fast and slow", "a fast slow melody with 4 bars", "Fast and slow do not go together", 1),
                new Input("two keys", "/melody happy in D minor and C major, 4 bars", "so I took the first", 1),
                new Input("happy and sad", "/melody happy sad, 4 bars", "do not go together", 1),
                new Input("an unknown instrument", "/melody played on a kazoobone, 4 bars", "no “kazoobone”", 1),
                new Input("/song alone", "/song 4 bars", "Made of:", 1),
                new Input("30,000 characters of lyrics", "/song with these words, 8 bars:\n" + LA.repeat(3300),
                        "longer than a song I write", 1),
                new Input("40,000 characters", "/song with these words:\n" + LA.repeat(4500), "more than the 32,000",
                        0),
                new Input("unpronounceable", "/song with these words, 4 bars:\nxkcd qwrtz\nbrrt grmpf\npsst zzt\n",
                        "xkcd qwrtz", 1),
                new Input("emoji", "/song with these words, 4 bars:\n🎉🎉\n🔥🔥\n😀\n", "no words to sing", 1),
                new Input("no lyrics", "/song with these words, 4 bars:\n\n\n", "no words to sing", 1),
                new Input("Chinese lyrics", "/song with these words, 4 bars:\n月亮代表我的心\n轻轻的一个吻\n深深的一段情\n",
                        "月亮代表我的心", 1),
                new Input("Arabic lyrics", "/song with these words, 4 bars:\nيا ليل يا عين\nيا قمر الليل\nحبيبي تعال\n",
                        "يا ليل", 1),
                new Input("lyrics without a topic", "/lyrics", "?", 0),
                new Input("lyrics without a model", "/lyrics about rain", "No model answered", 1),
                new Input("a sample", "spiel ein Beispiel von Jazz", "A sample of **jazz**", 0),
                new Input("a sample of nothing known", "play me a sample of tango", "I have no sample of tango", 0),
                new Input("samples", "/samples", "Listen to a sample", 0));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatWasTakenInsteadIsSaidAndOnlyWhatIsDeliveredIsCharged(Input input) {
        for (int times = 0; times < 4; times++) {
            models.fails(Failure.NO_MODEL, "No model is there.");
        }
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1),
                new MelodyCreator())) {
            var reply = atelier.says("ada", input.words());
            TABLE.add(String.format(Locale.ROOT, "%-28s | %d | %s", input.name(), atelier.used("ada"),
                    shortly(reply.text(), 150)));

            assertThat(reply.text()).contains(input.said()).doesNotContain("went wrong on my side");
            assertThat(atelier.used("ada")).isEqualTo(input.charged());
        }
    }

    @AfterAll
    static void printTable() {
        System.out.println("bad input for music          | charged | reply");
        TABLE.forEach(System.out::println);
    }

    private static String shortly(String text, int longest) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
