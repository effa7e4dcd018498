package atelier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
    private static final String TOKEN = "123456:canary-canary-canary-canary-canary0";

    @TempDir
    Path folder = Path.of("");

    @Test
    void withoutAnyConfigurationTheModelServersAreSoughtOnTheirUsualPortsAndNoPlatformIsOn() {
        Config config = Config.load(null, Map.of());

        assertThat(config.ollama().url()).isEqualTo(URI.create("http://localhost:11434"));
        assertThat(config.lmStudio().url()).isEqualTo(URI.create("http://localhost:1234"));
        assertThat(config.hasChatPlatform()).isFalse();
        assertThat(config.http()).isEqualTo(new Config.Http(true, "127.0.0.1", 8080, null));
        assertThat(config.databaseUrl()).isNull();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void theVaultsKeyFileLiesBesideTheDataUnlessItIsNamed() {
        assertThat(Config.load(null, Map.of("ATELIER_DATA_DIR", "there")).vaultKeyFile())
                .isEqualTo(Path.of("there", "vault.key"));
        assertThat(Config.load(null, Map.of("ATELIER_VAULT_KEY_FILE", "elsewhere/key")).vaultKeyFile())
                .isEqualTo(Path.of("elsewhere", "key"));
    }

    @Test
    void freeProAndStudioExistWithTheirDailyMessages() {
        Map<String, TierSettings> tiers = Config.load(null, Map.of()).tiers();

        assertThat(tiers).containsExactly(
                Map.entry("free", new TierSettings(25, 100, 1, true, 1, BudgetSettings.NONE)),
                Map.entry("pro", new TierSettings(500, 100, 3, true, 2, BudgetSettings.NONE)),
                Map.entry("studio", new TierSettings(2000, 100, 8, true, 3, BudgetSettings.NONE)));
    }

    @Test
    void theFileChangesWhatItNamesAndLeavesTheRest() throws IOException {
        Config config = load("""
                discord.token: abc.def.ghi
                telegram:
                  token: 123456:ABC
                  api-url: http://127.0.0.1:8081/
                ollama:
                  url: off
                limits:
                  first-token-loading: 2m 30s
                tiers:
                  pro: {messages-per-day: 7}
                  house-band: {priority: 9, cloud: no}
                default-tier: house-band
                admins: [discord:12, "telegram:34"]
                time-zone: Europe/Berlin
                """, Map.of());

        assertThat(config.discord().token()).isEqualTo(new Secret("abc.def.ghi"));
        assertThat(config.telegram().token()).isEqualTo(new Secret("123456:ABC"));
        assertThat(config.telegram().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(config.ollama().url()).isNull();
        assertThat(config.limits().firstTokenLoading()).isEqualTo(Duration.ofSeconds(150));
        assertThat(config.tiers()).containsEntry("pro", new TierSettings(7, 100, 3, true, 2, BudgetSettings.NONE))
                .containsEntry("house-band", new TierSettings(25, 100, 1, false, 9, BudgetSettings.NONE));
        assertThat(config.defaultTier()).isEqualTo("house-band");
        assertThat(config.admins())
                .containsExactly(new Config.Admin("discord", "12"), new Config.Admin("telegram", "34"));
        assertThat(config.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void budgetsAreReadInDollarsAndAreUnlimitedWhereNothingIsSaid() throws IOException {
        Config config = load("""
                budget: {service-usd-per-month: 50, team-usd-per-day: 0}
                tiers:
                  free: {budget-usd-per-month: $0.50}
                  pro: {budget-usd-per-month: }
                """, Map.of("ATELIER_TIERS_PRO_BUDGET_USD_PER_DAY", "1.25", "ATELIER_BUDGET_TEAM_USD_PER_MONTH", "20"));

        assertThat(config.serviceBudget()).isEqualTo(new BudgetSettings(null, new BigDecimal("50")));
        assertThat(config.teamBudget()).isEqualTo(new BudgetSettings(BigDecimal.ZERO, new BigDecimal("20")));
        assertThat(config.tiers()).extractingByKeys("free", "pro", "studio").extracting(TierSettings::budget)
                .containsExactly(new BudgetSettings(null, new BigDecimal("0.50")),
                        new BudgetSettings(new BigDecimal("1.25"), null), BudgetSettings.NONE);
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Config config = load("""
                telegram: {token: from-the-file, api-url: https://file.example}
                tiers: {free: {messages-per-day: 1}}
                """, Map.of(
                "ATELIER_TELEGRAM_API_URL", "http://127.0.0.1:9",
                "ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "3",
                "ATELIER_TIERS_HOUSE_BAND_CLOUD", "false",
                "ATELIER_ADMINS", "telegram:1, discord:2",
                "ATELIER_TELEGRAM_TOKEN", "",
                "PATH", "/bin"));

        assertThat(config.telegram().apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9"));
        assertThat(config.telegram().token()).as("an empty variable counts as not set")
                .isEqualTo(new Secret("from-the-file"));
        assertThat(Objects.requireNonNull(config.tiers().get("free")).messagesPerDay()).isEqualTo(3);
        assertThat(Objects.requireNonNull(config.tiers().get("house-band")).cloud()).isFalse();
        assertThat(config.admins()).hasSize(2);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void everySettingCanComeFromTheEnvironment() {
        for (Setting<?> setting : Settings.ALL) {
            String key = setting.key().replace("*", "free");

            assertThat(setting.keyOf(Setting.variable(key))).isEqualTo(key);
            assertThat(Settings.ALL).filteredOn(other -> other.keyOf(Setting.variable(key)) != null)
                    .as("no other setting answers to the same variable").containsExactly(setting);
        }
    }

    @Test
    void aPlaceholderOrAnEmptyTokenLeavesThePlatformOffWithOneWarning() throws IOException {
        Config config = load("""
                discord:
                  token: <your Discord bot token>
                telegram:
                  token:
                """, Map.of());

        assertThat(config.hasChatPlatform()).isFalse();
        assertThat(config.warnings()).satisfiesExactly(
                first -> assertThat(first).startsWith("Discord is off: discord.token (config.yml line 2)"),
                second -> assertThat(second).startsWith("Telegram is off: telegram.token (config.yml line 4)"));
    }

    @Test
    void aWebhookIsReadWithItsSecret() throws IOException {
        Config config = load("telegram: {token: x, mode: webhook, webhook: {secret: s3cret_-}}", Map.of());

        assertThat(config.telegram().webhook()).isEqualTo(new Config.Webhook(new Secret("s3cret_-"), null));
    }

    @Test
    void listeningBeyondThisMachineIsWarnedAbout() throws IOException {
        assertThat(load("http.host: 0.0.0.0", Map.of()).warnings()).singleElement().asString().contains("firewall");
        assertThat(load("http: {host: 0.0.0.0, enabled: false}", Map.of()).warnings()).isEmpty();
        assertThat(load("http.host: localhost", Map.of()).warnings()).isEmpty();
    }

    @Test
    void printingTheConfigurationShowsNoSecret() throws IOException {
        Config config = load("""
                discord.token: canary
                telegram: {token: "%s", mode: webhook, webhook: {secret: canary}}
                gemini.key: canary-canary
                openai.key: canary-canary
                anthropic.key: canary-canary
                database.url: jdbc:postgresql://db/atelier?password=canary
                """.formatted(TOKEN), Map.of());

        assertThat(config.toString()).contains("telegram").doesNotContain("canary");
        assertThat(config.secrets()).hasSize(7).allMatch(secret -> secret.contains("canary"));
    }

    @Test
    void anEmptyFileIsFine() throws IOException {
        assertThat(load("# nothing yet\n", Map.of())).isEqualTo(Config.load(null, Map.of()));
    }

    private Config load(String yaml, Map<String, String> environment) throws IOException {
        return Config.load(Files.writeString(folder.resolve("config.yml"), yaml), environment);
    }
}
