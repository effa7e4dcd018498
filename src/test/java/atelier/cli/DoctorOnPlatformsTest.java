package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.cli.doctor.Ailment;
import atelier.standin.DiscordStandIn;
import atelier.standin.TelegramStandIn;
import atelier.store.DataLock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOnPlatformsTest {
    private static final String STRANGER = "123456:" + "a".repeat(35);

    @TempDir
    Path home;

    private Examination with(String configuration) throws IOException {
        return Examination.of(home, Examination.NO_MODELS + "http.port: 0\n" + configuration);
    }

    private static String telegram(URI url, String token) {
        return "telegram.token: \"" + token + "\"\ntelegram.api-url: " + url + "\n";
    }

    private static String discord(String url, String token) {
        return "discord.token: \"" + token + "\"\ndiscord.api-url: " + url + "\n";
    }

    @Test
    void noPlatformMeansTheTerminal() throws IOException {
        with("").says(Ailment.NO_PLATFORM, "⚠ Chat: neither Discord nor Telegram is set up", "telegram.token", 0);
    }

    @Test
    void aTelegramBotThatIsWellIsNamed() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            var said = with(telegram(telegram.url(), telegram.token()));

            said.says("✓ Telegram: the token is that of @", "", 0);
            assertThat(said.lines()).noneMatch(line -> line.contains(telegram.token()));
        }
    }

    @Test
    void lookingTakesNoMessageAway() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            telegram.says("ada", "hello");
            with(telegram(telegram.url(), telegram.token()));

            assertThat(telegram.confirmed()).isZero();
        }
    }

    @Test
    void aTelegramTokenOfTheWrongShapeGoesNowhere() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            with(telegram(telegram.url(), "bot-token")).says(Ailment.TELEGRAM_NOT_A_TOKEN,
                    "✗ Telegram: the token is not shaped like one",
                    "@BotFather", 1);
            assertThat(telegram.calls()).isEmpty();
        }
    }

    @Test
    void aTelegramTokenThatIsRefusedIsSaidAndNotShown() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            var said = with(telegram(telegram.url(), STRANGER));

            said.says(Ailment.TELEGRAM_TOKEN_REFUSED, "✗ Telegram: the token is refused", "@BotFather", 1);
            assertThat(said.lines()).noneMatch(line -> line.contains(STRANGER));
        }
    }

    @Test
    void telegramOutOfReachIsSaid() throws IOException {
        var telegram = new TelegramStandIn();
        telegram.close();

        var said = with(telegram(telegram.url(), telegram.token()));

        said.says(Ailment.TELEGRAM_UNREACHABLE, "✗ Telegram: 127.0.0.1:", "telegram.api-url", 1);
        said.says(Ailment.TELEGRAM_UNREACHABLE, "✗ Telegram: 127.0.0.1:", "connection refused", 1);
        assertThat(said.lines()).noneMatch(line -> line.contains(telegram.token()));
    }

    @Test
    void whatIsNoBotApiIsSaid() throws IOException {
        try (var other = CannedServer.answering(200, "<h1>It works!</h1>")) {
            with(telegram(URI.create(other.url()), STRANGER)).says(Ailment.TELEGRAM_IS_OTHER, "✗ Telegram: localhost:",
                    "telegram.api-url", 1);
        }
    }

    @Test
    void aWrongClockIsNoticed() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            var configuration = Examination.NO_MODELS + "http.port: 0\n" + telegram(telegram.url(), telegram.token());
            Examination.of(home, configuration, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)))
                    .says(Ailment.CLOCK_WRONG, "⚠ Clock: this machine is", "ahead", 0);
            Examination.of(home, configuration, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)))
                    .says(Ailment.CLOCK_WRONG, "⚠ Clock: this machine is", "behind", 0);
        }
    }

    @Test
    void aForgottenWebhookIsNoticedWhilePolling() throws IOException, InterruptedException {
        try (var telegram = new TelegramStandIn()) {
            call(telegram, "setWebhook?url=https://elsewhere.invalid/hook");

            with(telegram(telegram.url(), telegram.token()))
                    .says(Ailment.TELEGRAM_WEBHOOK_IN_THE_WAY,
                            "⚠ Telegram: a webhook is set, though `telegram.mode` is polling", "second bot", 0);
        }
    }

    @Test
    void aWebhookThatTelegramCannotReachIsSaidInItsWords() throws IOException, InterruptedException {
        try (var telegram = new TelegramStandIn(); var proxy = CannedServer.answering(502, "")) {
            call(telegram, "setWebhook?url=" + proxy.url());
            telegram.says("ada", "hello");
            var configuration = telegram(telegram.url(), telegram.token()) + "telegram.mode: webhook\n"
                    + "telegram.webhook.secret: long-random-word\ntelegram.webhook.url: " + proxy.url() + "\n";

            await().until(() -> with(configuration).code() == 1);
            with(configuration).says(Ailment.TELEGRAM_WEBHOOK_FAILS, "✗ Telegram: could not call the webhook at ",
                    "502", 1);
        }
    }

    @Test
    void aWebhookNobodySetIsSaid() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            with(telegram(telegram.url(), telegram.token())
                    + "telegram.mode: webhook\ntelegram.webhook.secret: long-random-word\n")
                    .says(Ailment.TELEGRAM_NO_WEBHOOK, "✗ Telegram: no webhook is set", "telegram.webhook.url", 1);
        }
    }

    @Test
    void anotherPollerIsNoticed() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            telegram.refuseNextPoll(409, "Conflict: terminated by other getUpdates request", 0);

            with(telegram(telegram.url(), telegram.token())).says(Ailment.TELEGRAM_SECOND_POLLER,
                    "✗ Telegram: another program polls", "second bot", 1);
        }
    }

    @Test
    void aRunningAtelierIsNotDisturbed() throws IOException {
        try (var telegram = new TelegramStandIn();
                var running = DataLock.take(Files.createDirectories(home.resolve("data")))) {
            assertThat(running).isNotNull();
            with(telegram(telegram.url(), telegram.token())).says("✓ Telegram: an Atelier runs now", "log", 0);
            assertThat(telegram.calls("getupdates")).isEmpty();
        }
    }

    @Test
    void aDiscordBotThatIsWellIsNamed() throws IOException {
        try (var discord = new DiscordStandIn()) {
            with(discord(discord.apiUrl(), discord.token())).says("✓ Discord: the token is that of",
                    "no privileged intent", 0);
        }
    }

    @Test
    void aDiscordTokenThatIsRefusedIsSaid() throws IOException {
        try (var discord = new DiscordStandIn()) {
            with(discord(discord.apiUrl(), "nobodys-token")).says(Ailment.DISCORD_TOKEN_REFUSED,
                    "✗ Discord: the token is refused", "Reset Token", 1);
        }
    }

    @Test
    void discordOutOfReachOrSomethingElseIsSaid() throws IOException {
        var url = "";
        try (var other = CannedServer.answering(200, "{}")) {
            url = other.url();
            with(discord(url, "nobodys-token")).says(Ailment.DISCORD_IS_OTHER, "✗ Discord: localhost:",
                    "discord.api-url", 1);
        }
        with(discord(url, "nobodys-token")).says(Ailment.DISCORD_UNREACHABLE, "✗ Discord: localhost:",
                "connection refused", 1);
    }

    private static void call(TelegramStandIn telegram, String method) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var parts = method.split("\\?url=", 2);
            var answer = client.send(HttpRequest.newBuilder(
                    URI.create(telegram.url() + "/bot" + telegram.token() + "/" + parts[0]))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + parts[1] + "\"}")).build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
