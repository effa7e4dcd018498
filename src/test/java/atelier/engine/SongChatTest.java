package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A song in the chat, with no model there: buttons under it, replies to it.
class SongChatTest {
    private static final String WISH = "/song a pop song about the sea in G major, 100 bpm, 16 bars, seed 7";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @BeforeEach
    void noModel() {
        for (int times = 0; times < 12; times++) {
            models.fails(Failure.NO_MODEL, "No model is there.");
        }
    }

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, models);
    }

    @Test
    void itsButtonsChangeTheVersionTheyStandUnderAlsoAfterARestart() {
        TestChat.Post first;
        try (var atelier = atelier()) {
            first = atelier.says("ada", WISH);
            assertThat(first.text()).contains("G major · 100 BPM", "seed 7");
            assertThat(first.buttons()).extracting(Button::label).containsExactly("Another take", "♯ Up a tone",
                    "♭ Down a tone", "Slower", "Faster", "Other genre", "Same words, new tune", "Other words", "Stems",
                    "Regenerate", "👍", "👎", "Save as template");
            assertThat(atelier.presses("ada", "Slower").text()).contains("G major · 80 BPM", "seed 7");
            assertThat(atelier.presses("ada", first, "Another take").text()).contains("100 BPM", "seed 8", "16 bars");
            assertThat(atelier.used("ada")).as("each is a message").isEqualTo(3);
        }
        try (var atelier = atelier()) {
            assertThat(atelier.presses("ada", first, "♯ Up a tone").text()).contains("A major · 100 BPM", "seed 7");
            assertThat(atelier.presses("ada", "Undo").text()).contains("Back to version 1");
        }
    }

    @Test
    void itsStagesShowOneAfterTheOther() {
        try (var atelier = atelier()) {
            atelier.says("ada", WISH);

            assertThat(chat.states.stream().filter(text -> text.startsWith("🎵"))
                    .map(text -> text.replaceFirst("(?s)^.*▸ (\\p{L}+).*$", "$1")).distinct())
                    .containsExactly("Plan", "Melody", "Arrangement", "Sound", "Score");
            assertThat(chat.states)
                    .anyMatch(text -> text.contains("✓ Plan · ✓ Melody · ✓ Arrangement · ▸ Sound · Score"));
        }
    }

    @Test
    void anotherGenreIsAskedForAndMadeOfThatVersion() {
        try (var atelier = atelier()) {
            var song = atelier.says("ada", WISH);
            atelier.says("ada", "a melody in C");
            var asked = atelier.presses("ada", song, "Other genre");

            assertThat(asked.text()).contains("As what?");
            assertThat(asked.buttons()).extracting(Button::label).contains("jazz", "waltz");
            assertThat(atelier.used("ada")).isEqualTo(2);
            assertThat(atelier.presses("ada", asked, "jazz").text()).contains("jazz in G major · 100 BPM");
        }
    }

    @Test
    void repliesChangeItInWordsAndWhatIsNotUnderstoodIsSaidForFree() {
        try (var atelier = atelier()) {
            var song = atelier.says("ada", WISH);

            var quiet = atelier.replies("ada", song, "ohne Schlagzeug und langsamer");
            assertThat(quiet.text()).contains("80 BPM", "Arrangement: without drums");
            assertThat(atelier.replies("ada", quiet, "instrumental").text())
                    .contains("80 BPM", "Arrangement: without drums, instrumental");
            assertThat(chat.shownTo("ada").getLast().files().keySet()).noneMatch(name -> name.endsWith(".kar"));
            assertThat(atelier.replies("ada", song, "только припев").text()).contains("Form: Chorus");
            int used = atelier.used("ada");

            assertThat(atelier.replies("ada", song, "faster and slower").text()).contains("does not go together");
            assertThat(atelier.replies("ada", song, "without the bridge").text()).contains("no bridge");
            assertThat(atelier.replies("ada", song, "make it taste like oranges").text()).contains("what to change",
                    "add a bridge");
            assertThat(atelier.used("ada")).isEqualTo(used);
        }
    }

    @Test
    void lyricsAreMarkedAndSetToMusicByWordsOrByTheirButton() {
        try (var atelier = atelier()) {
            var lyrics = atelier.says("ada", "/lyrics about rain");
            assertThat(lyrics.text()).contains("No model answered", "Made by the built-in songwriter");
            var line = lyrics.text().lines().filter(it -> it.startsWith("[Verse 1]")).findFirst().isPresent();
            assertThat(line).isTrue();

            assertThat(atelier.says("ada", "vertone das").text()).contains("your words", "Form:");
            assertThat(atelier.presses("ada", lyrics, "Set to music").text()).contains("your words", "Form:");
        }
    }

    @Test
    void aSampleIsThereForNothingAndShowsTheOthers() {
        try (var atelier = atelier()) {
            var list = atelier.says("ada", "/samples");
            var sample = atelier.presses("ada", list, "▶ waltz");

            assertThat(sample.text()).contains("A sample of **waltz**", "3/4").doesNotContain("Take:");
            assertThat(sample.files().keySet()).anyMatch(name -> name.endsWith(".ogg"))
                    .anyMatch(name -> name.endsWith(".png"));
            assertThat(sample.buttons()).extracting(Button::label).contains("Make one like it", "▶ jazz");
            assertThat(atelier.used("ada")).isZero();
        }
    }
}
