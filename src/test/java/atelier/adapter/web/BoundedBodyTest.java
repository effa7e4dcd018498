package atelier.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BoundedBodyTest {
    private Instant now = Instant.EPOCH;

    @Test
    void aBodyOfExactlyTheLimitIsReadWhole() throws IOException {
        assertThat(body(100, 100).readAllBytes()).hasSize(100);
    }

    @Test
    void oneByteMoreIsAnErrorHoweverItIsRead() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> body(101, 100).readAllBytes());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> body(101, 100).skipNBytes(101));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            InputStream body = body(101, 100);
            while (body.read() >= 0) {
                // On to the end.
            }
        });
    }

    @Test
    void aBodyThatDribblesInPastTheDeadlineIsAnError() throws IOException {
        InputStream body = body(100, 100);
        assertThat(body.read()).isNotNegative();

        now = now.plusSeconds(31);

        assertThatExceptionOfType(IOException.class).isThrownBy(body::read).withMessageContaining("slow");
    }

    private InputStream body(int size, int limit) {
        return new BoundedBody(new ByteArrayInputStream(new byte[size]), limit, Duration.ofSeconds(30), () -> now);
    }
}
