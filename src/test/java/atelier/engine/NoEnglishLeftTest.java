package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.create.music.MelodyCreator;
import atelier.generation.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person reads while music, programs and games are made, changed and refused: no sentence of it is in English where they
/// speak another language.
class NoEnglishLeftTest {
    private static final Tier TIER = new Tier("free", 100, 100, 1, true, 1);
    // Code, lyrics, commands and what is wished for.
    private static final Pattern QUOTED = Pattern
            .compile("(?s)```.*?```|`[^`]*`|(?m)^> .*$|/[a-z]+(?: [a-z]+)*|„[^“]*“|«[^»]*»|“[^”]*”|Jump-and-Run");
    // Words of English that German has not.
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(?:the|and|of|is|are|with|to|nothing|what|this|that|have|your|you|it|no|not|by|from|without|about|"
                    + "verse|tune|bars?|file|another|slower|faster|other|words|say)\\b");
    // In another script two words of Latin letters in a row are a phrase.
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,} [a-z]{2,}");

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();
    private final List<String> left = new ArrayList<>();

    enum Person {
        GERMAN("deutsch", "ein Lied über das Meer und den Wal", "langsamer", ENGLISH), RUSSIAN("русский",
                "песня о море", "медленнее", LATIN), CHINESE("中文", "关于大海的歌", "慢一点", LATIN);

        private final String language;
        private final String topic;
        private final String slower;
        private final Pattern foreign;

        Person(String language, String topic, String slower, Pattern foreign) {
            this.language = language;
            this.topic = topic;
            this.slower = slower;
            this.foreign = foreign;
        }
    }

    private TestAtelier opened(Person person) {
        var atelier = new TestAtelier(folder, chat, models, TIER, new MelodyCreator());
        atelier.says("ada", "/settings language " + person.language);
        return atelier;
    }

    private TestChat.Post hears(TestAtelier atelier, Person person, String words) {
        var post = atelier.says("ada", words);
        look(person, words, post);
        return post;
    }

    private void look(Person person, String words, TestChat.Post post) {
        var labels = post.buttons().stream().map(Button::label);
        Stream.concat(QUOTED.matcher(post.text()).replaceAll("…").lines(),
                labels.map(label -> QUOTED.matcher(label).replaceAll("…")))
                .filter(line -> person.foreign.matcher(line).find())
                .forEach(line -> left.add(words.lines().findFirst().orElse("") + " → " + line));
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void melodiesAndWhatIsWrongWithThem(Person person) {
        try (var atelier = opened(person)) {
            for (var wish : List.of("4 bars", "9999 bpm, 4 bars", "tempo:abc 4 bars", "0 bars", "100000 bars, 300 bpm",
                    "in the key of H minor, 4 bars", "key:X 4 bars", "in 13/0, 4 bars", "in 99/4, 2 bars",
                    "happy in D minor and C major, 4 bars", "happy sad, 4 bars", "played on a kazoobone, 4 bars",
                    "on a violin, 4 bars", "a waltz, 60 seconds, 100 bpm, 8 bars", "genre:zydeco 4 bars",
                    "in G# major, 4 bars", "scale:weird 4 bars")) {
                hears(atelier, person, "/melody " + wish);
            }
            hears(atelier, person, person.slower);
            hears(atelier, person, "stems");
        }
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void songsAndTheirChangesAndSamples(Person person) {
        for (int times = 0; times < 24; times++) {
            models.fails(Failure.NO_MODEL, "");
        }
        try (var atelier = opened(person)) {
            var song = hears(atelier, person, "/song bars:8 " + person.topic);
            hears(atelier, person, person.slower);
            for (var words : List.of("without drums", "only the bridge", "faster and slower", "another genre", "stems",
                    "only the chorus", "without the chorus", "play it on a violin", "louder bass")) {
                look(person, words, atelier.replies("ada", song, words));
            }
            hears(atelier, person, "/song 4 bars, with these words:\nla la\nlu lu\nli li\nlo lo");
            hears(atelier, person, "/topline 4 bars");
            hears(atelier, person, "/lyrics " + person.topic);
            hears(atelier, person, "/samples");
            hears(atelier, person, "play a sample of waltz");
            hears(atelier, person, "play a sample of tango");
        }
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void programsThatAreWrongOrRefused(Person person) {
        var broken = """
                ```python main.py
                print((1)
                ```
                ```html index.html
                <html><div>
                ```
                ```json a.json
                {"a": }
                ```
                ```css x.css
                a {
                ```
                ```kotlin k.kt
                val a = 1
                ```
                ```python ../evil.py
                x = 1
                ```
                ```python h.py
                import nowhere.to.be
                ```
                """;
        var misfit = "```diff\n--- a/zzz.py\n+++ b/zzz.py\n@@ -1 +1 @@\n-x\n+y\n```\n";
        models.says(broken).says(broken).says(misfit).says(misfit).says(misfit).says("?").says("?").says("").says("");
        try (var atelier = opened(person)) {
            var shown = hears(atelier, person, "/code y");
            assertThat(shown.text()).contains("✗");
            look(person, "a change", atelier.replies("ada", shown, "add an exclamation mark"));
            hears(atelier, person, "/code z");
            hears(atelier, person, "/code w");
            hears(atelier, person, "/game x for Unreal");
        }
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void filesThatExpired(Person person) {
        models.says("```python main.py\nprint(1)\n```\n").says("```python main.py\nprint(2)\n```\n");
        try (var atelier = opened(person)) {
            hears(atelier, person, "/code x");
            var changed = hears(atelier, person, "add an exclamation mark");
            atelier.clock.advance(Duration.ofDays(200));
            atelier.sweeps();
            var used = atelier.used("ada");

            for (var words : List.of("/diff", "/undo", "add a question mark")) {
                var gone = atelier.replies("ada", changed, words);
                look(person, words, gone);
                assertThat(gone.text()).as(words).contains("90");
            }
            assertThat(atelier.used("ada")).isEqualTo(used);
        }
        assertThat(left).isEmpty();
    }
}
