package atelier.create.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.audio.score.Metre;
import atelier.audio.score.Scale;
import atelier.intent.MusicBrief;
import atelier.language.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static Plan key(@Nullable String key, @Nullable String scale) {
        return Planner.plan(new MusicBrief(key, scale, null, null, null, null, null, null, null, null), 1);
    }

    private static Plan time(@Nullable Integer tempo, @Nullable String metre, @Nullable Integer bars,
            @Nullable Integer seconds) {
        return Planner.plan(new MusicBrief("C", "major", tempo, metre, bars, seconds, null, null, null, null), 1);
    }

    private static Plan feel(@Nullable String genre, @Nullable String mood) {
        return Planner.plan(new MusicBrief(null, null, null, null, null, null, genre, mood, null, null), 1);
    }

    @Test
    void silenceMeansEightBarsAndNoRemark() {
        Plan plan = feel(null, null);
        assertThat(plan.bars()).isEqualTo(8);
        assertThat(plan.metre()).isEqualTo(Metre.FOUR_FOUR);
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void inMinorKeepsTheTonicThatWouldHaveBeenDrawn() {
        for (long seed = 0; seed < 30; seed++) {
            var silent = new MusicBrief(null, null, null, null, null, null, null, null, null, seed);
            var minor = new MusicBrief(null, "minor", null, null, null, null, null, null, null, seed);
            assertThat(Planner.plan(minor, 0).key().tonicName()).isEqualTo(Planner.plan(silent, 0).key().tonicName());
        }
    }

    @ParameterizedTest
    @CsvSource({"F#,major,F# major", "Am,,A minor", "d,,D major", "B flat,minor,Bb minor", "e♭,dorian,Eb dorian",
            "Cb,major,Cb major", "G,pentatonic-minor,G minor pentatonic"})
    void namedKeysAreTaken(String key, @Nullable String scale, String title) {
        Plan plan = key(key, scale);
        assertThat(plan.key().title()).isEqualTo(title);
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void keyNobodyWritesIsWrittenAsItsTwinAndSaid() {
        Plan plan = key("G#", "major");
        assertThat(plan.key().title()).isEqualTo("Ab major");
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("G# major",
                "Ab major");
    }

    @Test
    void germanHIsBAndSaid() {
        assertThat(key("H", "minor").key().title()).isEqualTo("B minor");
        assertThat(key("H", "minor").remarks()).extracting(Sentence::inEnglish).singleElement().asString()
                .contains("German");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "", "###", "💥", "C major seven sharp eleven"})
    void whatIsNoKeyIsReplacedAndSaid(String key) {
        Plan plan = key(key, "major");
        assertThat(plan.remarks()).hasSize(key.isEmpty() ? 0 : 1);
        assertThat(plan.key().scale()).isEqualTo(Scale.MAJOR);
    }

    @ParameterizedTest
    @CsvSource({"0,30", "9999,300", "-5,30", "29,30"})
    void tempoNobodyPlaysIsReplacedAndSaid(int asked, int taken) {
        Plan plan = time(asked, null, null, null);
        assertThat(plan.tempo()).isEqualTo(taken);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("" + asked,
                "" + taken);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "100000,128", "-3,1"})
    void impossibleNumbersOfBarsAreReplacedAndSaid(int asked, int taken) {
        Plan plan = time(120, null, asked, null);
        assertThat(plan.bars()).isEqualTo(taken);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("" + asked,
                "" + taken);
    }

    @ParameterizedTest
    @CsvSource({"13/0,4/4", "0/4,1/4", "0/0,4/4", "12/2,4/2", "3/5,3/4", "4/5,4/4", "99/8,16/8", "17/16,16/16",
            "waltzy,4/4", "999999/999999,4/4",
            "1/16,2/16"})
    void metreNobodyWritesIsReplacedAndSaid(String asked, String taken) {
        Plan plan = time(null, asked, null, null);
        assertThat(plan.metre()).hasToString(taken);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains(taken);
    }

    @ParameterizedTest
    @CsvSource({"10,4/4", "15,4/4", "30,4/4", "30,3/4", "30,6/8", "45,7/8", "60,4/4", "120,5/4", "300,4/4", "5,4/4"})
    void secondsAreMetByTempoAndWholeBars(int seconds, String metre) {
        Plan plan = time(null, metre, null, seconds);
        assertThat(Composer.compose(plan).score().seconds()).isCloseTo(seconds, within(0.02 * seconds));
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void secondsWithTempoTakeTheNearestBarsAndSaySo() {
        Plan plan = time(60, "4/4", null, 30);
        assertThat(plan.bars()).isEqualTo(8);
        assertThat(plan.tempo()).isEqualTo(60);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("32.0 seconds");
    }

    @Test
    void nothingLastsLongerThanFiveMinutes() {
        Plan plan = time(30, "16/8", 128, null);
        assertThat(Composer.compose(plan).score().seconds()).isLessThanOrEqualTo(300);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("five minutes");
        assertThat(time(null, null, null, Integer.MAX_VALUE).remarks()).isNotEmpty();
    }

    @Test
    void genreAndMoodDecideWhatWordsLeaveOpen() {
        assertThat(feel("waltz", null).metre()).isEqualTo(Metre.THREE_FOUR);
        assertThat(feel("pop", "calm").tempo()).isLessThan(feel("pop", null).tempo());
        assertThat(feel("pop", "energetic").tempo()).isGreaterThan(feel("pop", null).tempo());
        assertThat(feel(null, "sad").key().scale()).isEqualTo(Scale.MINOR);
        assertThat(feel(null, "happy").key().scale()).isEqualTo(Scale.MAJOR);
        assertThat(feel("indie rock", null).remarks()).isEmpty();
    }

    @Test
    void unknownGenreIsSaidAndCannotSpoilTheTitle() {
        Plan plan = feel("zorg`**core\n../../etc", null);
        assertThat(plan.remarks()).extracting(Sentence::inEnglish).singleElement().asString().contains("plain");
        assertThat(plan.title()).doesNotContain("*", "`", "/", "\n", "..");
    }
}
