package atelier.secret;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tokens are put together from parts, so that no scanner takes this file for a leak.
final class SecretMaskTest {
    private static final String TELEGRAM = "123456789" + ":" + "AAcanary_canary-canary_canary-canary0";
    private static final String DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4" + ".Gcanar."
            + "canarycanarycanarycanarycanary_canary-";

    @ParameterizedTest
    @ValueSource(strings = {
            "POST https://api.telegram.org/bot%1$s/sendMessage timed out",
            "unauthorized: %2$s", "Authorization: Bot %2$s",
            "key sk-canarycanarycanary", "key sk-ant-api03-canarycanary_canary-canary",
            "GET /v1beta/models?key=AIzaSycanarycanarycanarycanarycanarycan",
            "x-goog-api-key: AQ.canarycanarycanarycanary", "{x-goog-api-key=canary}",
            "Authorization: Bearer canarycanary", "X-Telegram-Bot-Api-Secret-Token: canary",
            "PATCH /api/v10/webhooks/123456789012345678/canarycanarycanarycanary/messages/@original",
            "POST /api/v10/interactions/123456789012345678/canarycanarycanarycanary/callback",
            "jdbc:postgresql://db/atelier?user=a&password=canary&ssl=true"})
    void whateverLooksLikeASecretIsHidden(String text) {
        assertThat(SecretMask.mask(text.formatted(TELEGRAM, DISCORD))).doesNotContain("canar").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "12:34:56.789 INFO Engine - job 42 done in 1234 ms", "net.dv8tion.jda.internal.requests.WebSocketClient",
            "http://localhost:11434/api/chat", "the task-force risk-assessment",
            "commit 0123456789abcdef0123456789abcdef",
            "listening on 127.0.0.1:8080", "Bearer of bad news"})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(SecretMask.mask(text)).isEqualTo(text);
    }

    @Test
    void whatSurroundsASecretStaysReadable() {
        assertThat(SecretMask.mask("POST https://api.telegram.org/bot" + TELEGRAM + "/getMe 401"))
                .isEqualTo("POST https://api.telegram.org/bot***/getMe 401");
    }

    @Test
    void theOperatorsOwnSecretsAreHiddenWhateverTheirShape() {
        SecretMask.learn(List.of("correct horse", "correct horse battery", "abc"));

        assertThat(SecretMask.mask("db says: correct horse battery is wrong, abc"))
                .isEqualTo("db says: *** is wrong, abc");
    }

    @Test
    void theLogAsConfiguredHidesSecretsInMessagesAndInEveryCauseOfAStackTrace() throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(SecretMask.class.getResource("/logback.xml")));
        Encoder<ILoggingEvent> encoder = ((ConsoleAppender<ILoggingEvent>) context.getLogger(Logger.ROOT_LOGGER_NAME)
                .getAppender("console")).getEncoder();
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        context.getLogger("atelier").addAppender(events);
        context.getLogger("atelier").setAdditive(false);

        context.getLogger("atelier.Engine").warn("calling {}", TELEGRAM,
                new IllegalStateException("outer " + TELEGRAM, new IOException("inner " + DISCORD)));

        String line = new String(encoder.encode(events.list.getFirst()), StandardCharsets.UTF_8);
        assertThat(line).contains("WARN", "Engine", "IllegalStateException: outer ***", "IOException: inner ***")
                .doesNotContain("canar");
        assertThat(context.getLogger("net.dv8tion").getEffectiveLevel()).isEqualTo(Level.WARN);
        context.stop();
    }
}
