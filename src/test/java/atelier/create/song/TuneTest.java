package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.music.HumanBands;
import atelier.create.music.Tunes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuneTest {
    private static final int SEEDS = 40;

    static java.util.List<String> genres() {
        return TuneBenchmark.GENRES;
    }

    @ParameterizedTest
    @MethodSource("genres")
    void tunesOfEveryGenreMeasureLikeThoseOfPeople(String genre) {
        for (var it : java.util.List.of(TuneBenchmark.measured("sung", SEEDS, n -> TuneBenchmark.song(genre, null, n)),
                TuneBenchmark.measured("played", SEEDS, n -> Tunes.melody(genre, null, n)))) {
            assertThat(it.share()).as(it.name()).isGreaterThanOrEqualTo(HumanBands.ENOUGH);
            assertThat(it.enough()).as(it.name()).isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void chanceDoesNotPassInAnyOfItsTunes() {
        assertThat(TuneBenchmark.measured("blind", SEEDS,
                seed -> Tunes.random(TuneBenchmark.song("pop", null, seed), seed)).enough()).isLessThan(0.1);
        assertThat(TuneBenchmark.measured("blind in the song's rhythm", SEEDS,
                seed -> Tunes.unpitched(TuneBenchmark.song("folk", null, seed), seed)).enough()).isLessThan(0.1);
    }
}
