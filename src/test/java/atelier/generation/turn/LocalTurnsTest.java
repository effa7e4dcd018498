package atelier.generation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalTurnsTest extends TurnsContract {
    private final LocalTurns turns = new LocalTurns();

    @Override
    protected Turns turns() {
        return turns;
    }

    @Override
    protected Turns turnsElsewhere() {
        return turns;
    }

    @Test
    void nobodyWaitsForEverBehindAHigherTier() {
        var time = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(30).toNanos());
        var line = new LocalTurns(time::get);
        var busy = line.come("gpu", 1, 1, () -> {});
        assertThat(busy.before()).isZero();
        var free = line.come("gpu", 1, 1, () -> {});
        time.addAndGet(Duration.ofSeconds(41).toNanos());
        var studio = line.come("gpu", 1, 3, () -> {});
        busy.close();

        assertThat(studio.before()).isEqualTo(1);
        assertThat(free.before()).isZero();
    }

    @Test
    void theSameServerIsTheSamePlaceHoweverItIsWritten() {
        assertThat(Place.of("http://localhost:11434/")).isEqualTo(Place.of("http://127.0.0.1:11434"))
                .isNotEqualTo(Place.of("http://localhost:11435"));
        assertThat(Place.of("https://GPU.example.org/v1")).isEqualTo(Place.of("https://gpu.example.org:443"))
                .isEqualTo("gpu.example.org:443");
        assertThat(Place.of("no address")).isEqualTo("no address");
    }
}
