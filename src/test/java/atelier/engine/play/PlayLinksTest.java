package atelier.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.engine.play.PlayLinks.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class PlayLinksTest {
    private static final String PAGE = "0123456789abcdef".repeat(4);

    private final SettableClock clock = SettableClock.at("2026-05-01T12:00:00Z");
    private final PlayLinks links = new PlayLinks("a key of the service, 32 bytes..".getBytes(StandardCharsets.UTF_8),
            URI.create("https://bot.example.org/atelier/"), clock);

    @Test
    void aLinkLeadsToItsPageUntilItsTimeIsOver() {
        var link = links.to(PAGE).orElseThrow();

        assertThat(link).startsWith("https://bot.example.org/atelier/play/").hasSizeLessThan(160);
        assertThat(links.open(token(link))).isEqualTo(new Target.Page(PAGE));
        clock.advance(PlayLinks.LIFE.minus(Duration.ofSeconds(1)));
        assertThat(links.open(token(link))).isEqualTo(new Target.Page(PAGE));
        clock.advance(Duration.ofSeconds(2));
        assertThat(links.open(token(link))).isEqualTo(new Target.Expired());
    }

    @Test
    void noBitOfALinkCanBeChanged() {
        var bytes = Base64.getUrlDecoder().decode(token(links.to(PAGE).orElseThrow()));

        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .isEqualTo(new Target.Unknown());
        }
    }

    @Test
    void whatIsNoLinkOrSignedByAnotherServiceLeadsNowhere() {
        var other = new PlayLinks(new byte[32], URI.create("https://other.example.org"), clock);

        assertThat(links.open(token(other.to(PAGE).orElseThrow()))).isEqualTo(new Target.Unknown());
        for (var token : new String[]{"", "a", "%2e%2e", "../../etc/passwd", "A".repeat(75), "A".repeat(100_000), "=",
                "ä"}) {
            assertThat(links.open(token)).as(token).isEqualTo(new Target.Unknown());
        }
    }

    @Test
    void aServiceThatCannotBeReachedMakesNoLinks() {
        assertThat(new PlayLinks(new byte[32], null, clock).to(PAGE)).isEmpty();
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
