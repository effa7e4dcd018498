package atelier.create.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Scale;
import atelier.create.music.MelodyMetrics.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MelodyMetricsTest {
    private static final List<Chord> LOOP = List.of(new Chord(List.of(0, 4, 7)), new Chord(List.of(9, 12, 16)),
            new Chord(List.of(5, 9, 12)), new Chord(List.of(7, 11, 14)));

    private static Sample over(List<Note> notes) {
        return new Sample(notes, new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, at -> LOOP.get(at / 16 % 4),
                IntStream.range(0, 32).mapToObj(bar -> "chord " + bar % 4).toList());
    }

    private static final List<Note> LONG = List.of(new Note(0, 480, 60, 80), new Note(31 * 1920, 1920, 60, 80));

    // Chance's own tunes have numbers of their own, published with the human ones: who counts differently misses these.
    @Test
    void notesDrawnFromTheKeyMeasureAsTheyDoElsewhere() {
        List<Map<String, Double>> all = LongStream.range(0, 200)
                .mapToObj(seed -> MelodyMetrics.of(Tunes.random(over(LONG), seed))).toList();
        Map<String, Double> wanted = Map.ofEntries(Map.entry("scaleConsistency", 1.0), Map.entry("pcEntropy", 2.761),
                Map.entry("nPC", 7.0), Map.entry("range", 24.0), Map.entry("H1", 1.643), Map.entry("H4", 2.519),
                Map.entry("groove16", .630), Map.entry("GS16", .596), Map.entry("stepRate", .124),
                Map.entry("unisonRate", .067), Map.entry("leapRate", .489), Map.entry("meanAbsInt", 8.556),
                Map.entry("chordToneStrong", .450), Map.entry("notesPerBar", 4.554),
                Map.entry("rhythmEntropy", 1.904), Map.entry("emptyBar", .0), Map.entry("barRepeat1", .0),
                Map.entry("barRepeat2", .0), Map.entry("simLag", .034), Map.entry("finalTonic", .195),
                Map.entry("CPI3", .133), Map.entry("offbeatRate", .738));
        wanted.forEach((name, value) -> assertThat(
                all.stream().mapToDouble(it -> it.getOrDefault(name, Double.NaN)).average().orElseThrow()).as(name)
                .isCloseTo(value, within(Math.max(name.equals("finalTonic") ? .08 : .005, .012 * value))));
        assertThat(all).allMatch(it -> HumanBands.share(it) < HumanBands.ENOUGH);
    }

    @Test
    void aBarThatComesBackIsFoundAndSoIsASilentOne() {
        var notes = IntStream.range(0, 8).filter(bar -> bar != 5).boxed()
                .flatMap(bar -> IntStream.range(0, 4).mapToObj(i -> new Note(bar * 1920 + i * 480, 480,
                        60 + (bar % 4 < 2 ? 2 * i : bar + i), 80)))
                .toList();
        Map<String, Double> numbers = MelodyMetrics.of(over(notes));
        assertThat(numbers.get("emptyBar")).isEqualTo(1.0 / 8);
        assertThat(numbers.get("barRepeat1")).as("bars 1, 2 and 5 are one").isEqualTo(3.0 / 7);
        assertThat(numbers.get("groove16")).as("two changes, to silence and back, of a quarter each")
                .isEqualTo(1 - 2 * 0.25 / 7);
    }
}
