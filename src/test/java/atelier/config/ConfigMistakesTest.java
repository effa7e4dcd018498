package atelier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigMistakesTest {
    @TempDir
    Path folder = Path.of("");

    /// `¶` is a line break; then the line, the key and a piece of the remedy the operator gets to read.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            telegram:¶  tokn: abc                            | 2 | telegram.tokn           | Did you mean telegram.token?
            telegramm:¶  token: abc                          | 2 | telegramm.token         | Did you mean telegram.token?
            http:¶  prot: 80                                 | 2 | http.prot               | Did you mean http.port?
            entirely-something-else: 1                       | 1 | entirely-something-else | config.example.yml lists
            telegram: abc                                    | 1 | telegram                | lines of their own below it
            http:¶  port: eighty                             | 2 | http.port               | 8080
            http:¶  port: 65536                              | 2 | http.port               | 8080
            http:¶  port: -1                                 | 2 | http.port               | 8080
            http:¶  port: [1, 2]                             | 2 | http.port               | 8080
            http:¶  enabled: maybe                           | 2 | http.enabled            | true
            http:¶  port: 1¶  host: ::1¶  port: 2            | 4 | http.port               | the other is at config.yml line 2
            http:¶  port: 1¶http.port: 2                     | 3 | http.port               | the other is at config.yml line 2
            ollama:¶  url: localhost:11434                   | 2 | ollama.url              | http://localhost:11434
            ollama:¶  url: http:\\\\localhost                | 2 | ollama.url              | http://localhost:11434
            ollama:¶  url: 'ftp://localhost'                 | 2 | ollama.url              | http://localhost:11434
            limits:¶  idle: 30                               | 2 | limits.idle             | 30s
            limits:¶  idle: 30 parsecs                       | 2 | limits.idle             | 30s
            limits:¶  job: 25h                               | 2 | limits.job              | 10m
            limits:¶  connect: 0s                            | 2 | limits.connect          | 2s
            time-zone: Middle/Earth                          | 1 | time-zone               | Europe/Berlin
            log:¶  level: loud                               | 2 | log.level               | info
            admins:¶  - somebody                             | 1 | admins                  | telegram:456
            admins: ['discord:1', 'matrix:2']                | 1 | admins                  | telegram:456
            admins:¶  - discord: 1                           | 1 | admins                  | `- value`
            tiers:¶  free:¶    messages-per-day: many        | 3 | tiers.free.messages-per-day | 25
            tiers:¶  free:¶    message-per-day: 5            | 3 | tiers.free.message-per-day  | tiers.free.messages-per-day
            tiers:¶  Free Tier:¶    priority: 5              | 3 | tiers.Free Tier         | small letters
            tiers:¶  free:¶    budget-usd-per-day: off       | 3 | tiers.free.budget-usd-per-day | 0.50
            budget:¶  service-usd-per-month: -1              | 2 | budget.service-usd-per-month | 50
            budget:¶  team-usd-per-month: 20 EUR             | 2 | budget.team-usd-per-month | 20
            budget:¶  team-usd-per-month: 1000000.01         | 2 | budget.team-usd-per-month | 20
            budget:¶  user-usd-per-month: 20                 | 2 | budget.user-usd-per-month | budget.team-usd-per-month
            default-tier: gold                               | 1 | default-tier            | free, pro, studio
            telegram:¶  mode: webhook                        | 2 | telegram.webhook.secret | long random word
            telegram:¶  mode: push                           | 2 | telegram.mode           | polling
            a: &a¶  b: *a                                    | 2 | a.b.b.b.b.b.b         | config.example.yml
            http:¶\tport: 1                                  | 2 | the file                | spaces instead of tabs
            http: {port: 1                                   | 1 | the file                | indentation
            - a list                                         | 1 | the file                | `key: value`
            """)
    void eachMistakeIsNamedWithItsLineAndRemedy(String yaml, int line, String key, String remedy) throws IOException {
        List<Mistake> mistakes = mistakesIn(yaml.replace('¶', '\n'));

        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.place()).isEqualTo(new Place("config.yml", line));
            assertThat(mistake.key()).isEqualTo(key);
            assertThat(mistake.remedy()).contains(remedy);
        });
    }

    @Test
    void allMistakesAreNamedAtOnceInTheOrderOfTheFileThenTheEnvironment() throws IOException {
        Path file = write("""
                log:
                  level: loud
                telegramm:
                  token: x
                http:
                  port: eighty
                """);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Config.load(file, Map.of("ATELIER_LIMITS_IDLE", "30")))
                .withMessage(
                        """
                                The configuration has 4 mistakes:
                                  config.yml line 2: log.level is wrong: `loud` is not one of info, trace, debug, warn, error. \
                                Write for example info.
                                  config.yml line 4: telegramm.token is not a setting. Did you mean telegram.token?
                                  config.yml line 6: http.port is wrong: `eighty` is not a whole number from 0 to 65535. \
                                Write for example 8080.
                                  ATELIER_LIMITS_IDLE: limits.idle is wrong: `30` is not a time with its unit (ms, s, m or h) of \
                                at most 24h. Write for example 30s.""");
    }

    @Test
    void aWrongSecretIsNamedButNotShown() throws IOException {
        List<Mistake> mistakes = mistakesIn("""
                gemini:
                  key: top secret words
                database:
                  url: mysql://root:hunter2@db
                """);

        assertThat(mistakes).extracting(Mistake::key).containsExactly("gemini.key", "database.url");
        assertThat(mistakes.toString()).doesNotContain("top secret").doesNotContain("hunter2");
    }

    @Test
    void brokenYamlIsNamedWithoutQuotingTheLine() throws IOException {
        assertThat(mistakesIn("telegram:\n  token: \"123:hunter2\n").toString())
                .contains("config.yml line")
                .doesNotContain("hunter2");
    }

    @Test
    void aMisspeltVariableIsAMistakeAndAForeignOneOnlyAWarning() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Config.load(null, Map.of("ATELIER_TELEGRAM_TOKN", "x")))
                .withMessageContaining("ATELIER_TELEGRAM_TOKN")
                .withMessageContaining("ATELIER_TELEGRAM_TOKEN?");

        assertThat(Config.load(null, Map.of("ATELIER_SERVICE_PORT_8080_TCP", "tcp://10.0.0.1")).warnings())
                .singleElement().asString().contains("ATELIER_SERVICE_PORT_8080_TCP").doesNotContain("10.0.0.1");
    }

    @Test
    void aWebhookNeedsASecretOfItsOwnAndTheHttpServer() throws IOException {
        assertThat(mistakesIn("telegram: {mode: webhook, webhook: {secret: <a long random word>}}"))
                .extracting(Mistake::key).containsExactly("telegram.webhook.secret");
        assertThat(mistakesIn("http: {enabled: off}\ntelegram: {mode: webhook, webhook: {secret: abc}}"))
                .extracting(Mistake::key).containsExactly("http.enabled");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsSaidSo() throws IOException {
        Path missing = folder.resolve("nowhere.yml");
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> Config.load(missing, Map.of()))
                .withMessageContaining("nowhere.yml").withMessageContaining("exists");

        Path binary = Files.write(folder.resolve("binary.yml"), new byte[]{(byte) 0xC3, 0x28});
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> Config.load(binary, Map.of()))
                .withMessageContaining("UTF-8");
    }

    private List<Mistake> mistakesIn(String yaml) throws IOException {
        Path file = write(yaml);
        try {
            Config.load(file, Map.of());
            return List.of();
        } catch (ConfigException e) {
            return e.mistakes();
        }
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yml"), yaml, StandardCharsets.UTF_8);
    }
}
