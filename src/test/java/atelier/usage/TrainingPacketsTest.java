package atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.secret.SecretMask;
import atelier.usage.TrainingPackets.Packet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingPacketsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final List<RatedAnswer> rated = new ArrayList<>();
    private @Nullable Instant since = NOW;
    private final TrainingPackets packets = new TrainingPackets(new Shelf(), SecretMask::mask, new SettableClock(NOW));

    @Test
    void eachRatedAnswerIsALineOfJson() throws JsonProcessingException {
        rated.add(new RatedAnswer("snake\nin Python", "“print”", "ollama/llama", true, "GENERATE_CODE", NOW));
        rated.add(new RatedAnswer("hello", "go away", "ollama/llama", false, "CHAT", NOW));

        var packet = ready();

        var lines = text(packet).lines().toList();
        assertThat(packet.fileName()).isEqualTo("training-2026-11-21.jsonl");
        assertThat(packet.pairs()).isEqualTo(2);
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.getFirst())).isEqualTo(new ObjectMapper().readTree("""
                {"prompt": "snake\\nin Python", "answer": "“print”", "model": "ollama/llama", "vote": "up",
                 "task": "GENERATE_CODE", "date": "2026-11-21T12:00:00Z"}"""));
        assertThat(lines.getLast()).contains("\"vote\":\"down\"");
    }

    @Test
    void secretsDoNotLeave() {
        var key = "sk-" + "a1B2".repeat(8);
        rated.add(new RatedAnswer("my key is " + key, "never show " + key, "ollama/llama", true, "CHAT", NOW));

        assertThat(text(ready())).contains("my key is ***").doesNotContain("a1B2");
    }

    @Test
    void nothingIsPackedWithoutConsentOrWithoutRatings() {
        assertThat(packets.of(1)).isEqualTo(new Packet.Empty());
        rated.add(new RatedAnswer("a", "b", "m", true, "CHAT", NOW));
        since = null;

        assertThat(packets.of(1)).isEqualTo(new Packet.NotAllowed());
    }

    @Test
    void aPacketStaysSmallEnoughToBeSent() {
        for (var number = 0; number < 10; number++) {
            rated.add(new RatedAnswer("n" + number, "x".repeat(1 << 20), "m", true, "CHAT", NOW));
        }

        var packet = ready();

        assertThat(packet.pairs()).isEqualTo(7);
        assertThat(packet.content().length).isLessThan(8 << 20);
        assertThat(text(packet)).contains("\"n0\"").doesNotContain("\"n9\"");
    }

    private Packet.Ready ready() {
        return (Packet.Ready) packets.of(1);
    }

    private static String text(Packet.Ready packet) {
        return new String(packet.content(), StandardCharsets.UTF_8);
    }

    private final class Shelf implements RatedAnswers {
        @Override
        public void note(String part, String job, String asked, String said) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void optIn(long account) {
            since = NOW;
        }

        @Override
        public void optOut(long account) {
            since = null;
        }

        @Override
        public Optional<Instant> optedIn(long account) {
            return Optional.ofNullable(since);
        }

        @Override
        public List<RatedAnswer> of(long account, int limit) {
            return rated;
        }
    }
}
