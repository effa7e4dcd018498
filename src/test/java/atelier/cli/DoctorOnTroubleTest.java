package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import atelier.cli.doctor.Ailment;
import atelier.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps a bot silent though every part of it seems to be there.
class DoctorOnTroubleTest {
    private static final String TELEGRAM_TOKEN = "123456:" + "a".repeat(35);

    @TempDir
    Path home;

    private Examination with(String configuration) throws IOException {
        return Examination.of(home, Examination.NO_MODELS + "http.port: 0\n" + configuration);
    }

    private static String discord(CannedServer server, String token) {
        return "discord.token: \"" + token + "\"\ndiscord.api-url: " + server.url() + "\nadmins: discord:1\n";
    }

    private static String telegram(CannedServer server) {
        return "telegram.token: \"" + TELEGRAM_TOKEN + "\"\ntelegram.api-url: " + server.url()
                + "\nadmins: telegram:1\n";
    }

    private Path database(String... changes) throws IOException, SQLException {
        var file = Files.createDirectories(home.resolve("data")).resolve("atelier.db");
        Database.sqlite(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        }
        return file;
    }

    @Test
    void whatIsNoDiscordTokenIsSaidWithoutSendingItAnywhere() throws IOException {
        try (var server = CannedServer.answering(500, "{}")) {
            for (var pasted : new String[]{"123456789012345678", "0f".repeat(32), TELEGRAM_TOKEN}) {
                var said = with(discord(server, pasted));
                said.says(Ailment.DISCORD_NOT_A_TOKEN, "✗ Discord: what stands in `discord.token`", "page Bot", 1);
                assertThat(said.lines()).noneMatch(line -> line.contains(pasted));
            }
        }
    }

    @Test
    void commandsThatGoElsewhereAreNoticed() throws IOException {
        try (var server = CannedServer.answering(200, """
                {"username":"maker","interactions_endpoint_url":"https://elsewhere.example/hook",
                 "bot_require_code_grant":true,"session_start_limit":{"remaining":0}}""")) {
            var said = with(discord(server, "f4e7d2c9b1"));

            said.says(Ailment.DISCORD_INTERACTIONS_ELSEWHERE, "✗ Discord: commands and buttons go", "Interactions", 1);
            said.says(Ailment.DISCORD_CODE_GRANT, "⚠ Discord: the bot cannot be invited", "Code Grant", 1);
            said.says(Ailment.DISCORD_LOGINS_USED_UP, "⚠ Discord: only 0 connections are left", "restarting", 1);
        }
    }

    @Test
    void aSlowedDownDiscordIsSaid() throws IOException {
        try (var server = CannedServer.answering(429, "{}")) {
            with(discord(server, "f4e7d2c9b1")).says(Ailment.DISCORD_SLOWED_DOWN, "⚠ Discord: asks to slow down",
                    "minutes",
                    0);
        }
    }

    @Test
    void aTelegramInTroubleIsSaid() throws IOException {
        try (var server = CannedServer.answering(500, "{\"ok\":false}")) {
            with(telegram(server)).says(Ailment.TELEGRAM_TROUBLE, "⚠ Telegram: answers with 500", "minutes", 0);
        }
    }

    @Test
    void aBotKeptOutOfGroupsAndAMovedWebhookAreNoticed() throws IOException {
        try (var server = CannedServer.answering(200,
                """
                        {"ok":true,"result":{"username":"maker","can_join_groups":false,"url":"https://old.example/telegram/webhook",
                         "pending_update_count":99}}""")) {
            var said = with(telegram(server) + "telegram.mode: webhook\ntelegram.webhook.secret: long-random-word\n"
                    + "telegram.webhook.url: https://new.example/telegram/webhook\n");

            said.says(Ailment.TELEGRAM_NO_GROUPS, "⚠ Telegram: the bot may not be added to groups", "/setjoingroups",
                    0);
            said.says(Ailment.TELEGRAM_WEBHOOK_MOVED, "⚠ Telegram: the webhook leads to another", "when it starts", 0);
            said.says(Ailment.TELEGRAM_BACKLOG, "⚠ Telegram: 99 messages wait", "once Atelier runs", 0);
        }
    }

    @Test
    void aGeminiInTroubleIsSaid() throws IOException {
        try (var server = CannedServer.answering(500, "{}")) {
            with("gemini.key: abcdefghijk\ngemini.url: " + server.url() + "\n").says(Ailment.GEMINI_TROUBLE,
                    "⚠ Gemini: ", "", 0);
        }
    }

    @Test
    void tablesOfANewerProgramAreNoticed() throws IOException, SQLException {
        database("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, installed_on, execution_time, success)
                values (999, '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 1, '', '2027-01-01 00:00:00', 1, 1)""");

        with("").says(Ailment.DATABASE_NEWER, "✗ Database: it was changed by a newer Atelier", "Run that one", 1);
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsSaid() throws IOException {
        Files.createDirectories(home.resolve("data").resolve("atelier.db"));

        with("").says(Ailment.DATABASE_CLOSED_TO_US, "✗ Database: ", "read and write", 1);
    }

    @Test
    void aFolderNobodyMayWriteToIsSaid() throws IOException {
        var folder = Files.createDirectories(home.resolve("closed"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        var closed = Files.isWritable(folder) ? Path.of("/proc") : folder; // root may write nearly everywhere
        assumeThat(Files.isWritable(closed) && !closed.equals(Path.of("/proc"))).as("no folder is closed to this user")
                .isFalse();

        with("data-dir: " + closed + "\n").says(Ailment.DATA_NOT_WRITABLE, "✗ Data folder: ", "write there", 1);
    }

    @Test
    void ordersKeysAndMessagesLeftBehindAreNoticed() throws IOException, SQLException {
        database("insert into memory (name, content) values ('drain', 'on')",
                "insert into data_key values ('person:1', 1, 'm', 'w')",
                "insert into provider_key values ('k', 'person:1', 'gemini', 'https://x.example', 1, 1, 's', 'abcd', 0, 0)",
                "insert into outbox (chat_key, chat, draft, state, repeatable, attempts, not_before, created_at) values "
                        + "('c', '{}', '{}', 'DEAD', 0, 1, 0, " + System.currentTimeMillis() + ")");
        var said = with("telegram.token: \"" + TELEGRAM_TOKEN + "\"\ntelegram.api-url: http://localhost:9\n");

        said.says(Ailment.DRAINING, "✗ Work: no new work is taken", "admin undrain", 1);
        said.says(Ailment.KEYS_WITHOUT_VAULT, "✗ Keys: people entrusted 1", "backup", 1);
        said.says(Ailment.MESSAGES_UNDELIVERED, "⚠ Messages: 1 were refused", "removed from chats", 1);
        said.says(Ailment.NO_ADMIN, "⚠ Admins: nobody may use `/admin`", "`admins`", 1);
    }

    @Test
    void aVaultKeyOthersCanReadIsWarnedOf() throws IOException {
        var key = Files.writeString(Files.createDirectories(home.resolve("data")).resolve("vault.key"), "x");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        with("").says(Ailment.VAULT_KEY_EXPOSED, "⚠ Keys: others on this machine can read", "chmod 600", 0);
    }

    @Test
    void aDamagedSoundfontIsSaid() throws IOException {
        var file = Files.writeString(home.resolve("band.sf2"), "RIFF and nothing more");

        with("soundfont: " + file + "\n").says(Ailment.SOUNDFONT_BROKEN, "⚠ Sound: ", "SoundFont 2", 0);
    }

    @Test
    void aHostThatIsNoneOrNotOursIsSaid() throws IOException {
        try (var server = CannedServer.answering(500, "{}")) {
            var text = Examination.NO_MODELS + discord(server, "f4e7d2c9b1");
            Examination.of(home, text + "http.host: nowhere.invalid\n").says(Ailment.HTTP_HOST_UNKNOWN,
                    "✗ HTTP: there is no host nowhere.invalid", "http.host", 1);
            Examination.of(home, text + "http.host: 192.0.2.1\n").says(Ailment.HTTP_CANNOT_LISTEN,
                    "✗ HTTP: cannot listen on 192.0.2.1", "http.host", 1);
        }
    }
}
