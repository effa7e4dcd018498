package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.notation.MusicXml;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.intent.MusicBrief;
import atelier.language.Language;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanMutationTest {
    private static final int ANSWERS = 2000;
    private static final Pattern MEASURE = Pattern.compile("<measure.*?</measure>", Pattern.DOTALL),
            DURATION = Pattern.compile("<duration>(\\d+)</duration>");
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null, null);

    private static SongPlan plan(String answer, long seed) {
        return SongPlanner.plan(new Wish("a song about the sea", SILENT, seed, false, Optional.empty(), false),
                PlanReader.read(answer), "My Gemma");
    }

    @Test
    void whateverAModelAnswersASongComesOfItWhoseBarsSum() {
        var random = new Random(7);
        long spent = 0;
        int kept = 0;
        int offered = 0;
        for (int i = 0; i < ANSWERS; i++) {
            String answer = PlanMutations.mutated(random);
            long from = System.nanoTime();
            SongPlan plan = plan(answer, i);
            Score score = SongComposer.compose(plan, new Syllables(plan.language()), true);
            spent += System.nanoTime() - from;
            assertThat(score.lyrics()).as(answer).isNotEmpty();
            assertThat(plan.sections().stream().mapToInt(it -> it.bars()).sum()).as(answer).isEqualTo(score.bars());
            List<Note> voice = score.parts().getFirst().notes();
            for (int j = 1; j < voice.size(); j++) {
                assertThat(voice.get(j).start()).as(answer).isGreaterThanOrEqualTo(voice.get(j - 1).end());
            }
            var pitches = voice.stream().mapToInt(Note::pitch).summaryStatistics();
            assertThat(pitches.getMax() - pitches.getMin()).as(answer).isLessThanOrEqualTo(19);
            assertThat(plan.share().hooks()).as(answer).isLessThanOrEqualTo(plan.share().hooksAll());
            kept += plan.share().hooks();
            offered += plan.share().hooksAll();
            barsSum(score, answer);
            assertThat(MidiFile.of(score)).isNotEmpty();
        }
        System.out.printf("%d mutated plans: %.1f ms a song, %d of %d bars of tune kept%n", ANSWERS,
                spent / 1e6 / ANSWERS, kept, offered);
        assertThat(kept).isBetween(offered / 5, offered);
    }

    private static void barsSum(Score score, String answer) {
        var measures = MEASURE.matcher(new String(MusicXml.of(score), StandardCharsets.UTF_8));
        int count = 0;
        while (measures.find()) {
            int sum = DURATION.matcher(measures.group()).results().mapToInt(it -> Integer.parseInt(it.group(1))).sum();
            assertThat(sum).as(answer).isEqualTo(score.metre().steps());
            count++;
        }
        assertThat(count).isEqualTo(score.bars());
    }

    @Test
    void aModelsTuneIsSungAsItWroteItAndWhatDoesNotFitIsComposedAndSaid() {
        SongPlan whole = plan(PlanMutations.WHOLE, 1);
        assertThat(whole.share().words("My Gemma", Phrases.of(Language.ENGLISH)))
                .isEqualTo("title, chords of all 4 sections, all 12 lines of lyrics, "
                        + "all 9 hook bars by My Gemma; the rest by the built-in songwriter");
        Score score = SongComposer.compose(whole, new Syllables("en"), true);
        int chorus = score.forms().get(2).tick();
        List<Note> sung = score.parts().getFirst().notes().stream()
                .filter(it -> it.start() >= chorus && it.start() < chorus + 8 * 1920).toList();
        assertThat(sung.stream().limit(7).map(it -> (it.start() - chorus) / 120)).containsExactly(0, 4, 8, 10, 12, 16,
                20);
        assertThat(sung.stream().limit(7).map(it -> Math.floorMod(it.pitch() - 9, 12))).containsExactly(0, 3, 7, 7, 5,
                3, 2);
        assertThat(sung.get(6).length()).as("held as written").isEqualTo(12 * 120);

        SongPlan broken = plan(PlanMutations.WHOLE.replace("x-------........\", \"d\": [8]", "x--\", \"d\": [8]")
                .replace("\"d\": [4, 2]", "\"d\": [40, 2]"), 1);
        assertThat(broken.share().words("My Gemma", Phrases.of(Language.ENGLISH)))
                .contains("7 of 9 hook bars by My Gemma");
    }
}
