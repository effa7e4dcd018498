package atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Language;
import atelier.language.Phrases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsageChartTest {
    private static final UsageChart.Words WORDS = new UsageChart.Words("Last 30 days", "Answers, by model", "Cost",
            "other models", "made without a model");
    private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void eachModelHasItsColourAndMoneyItsLine() throws IOException {
        var image = drawn(UsageDays.of(month(), TODAY, 30, ZoneOffset.UTC, ENGLISH));

        assertThat(image.getWidth()).isEqualTo(UsageChart.WIDTH);
        // The seventh place is everybody else's.
        for (var colour : List.of(0x35C2B0, 0x6FA8FF, 0xF2C14E, 0xF2705C, 0xB58CF2, 0x8BD450, 0x7D8596, 0xFFFFFF)) {
            assertThat(count(image, colour)).as(Integer.toHexString(colour)).isGreaterThan(100);
        }
    }

    @Test
    void withoutCostsThereIsNoLine() throws IOException {
        var free = List.of(new UsageSlot(Instant.parse("2026-11-20T10:00:00Z"), "ollama", "tiny", true, 3, 1, 2,
                Cost.NOTHING));

        assertThat(count(drawn(UsageDays.of(free, TODAY, 7, ZoneOffset.UTC, ENGLISH)), 0xFFFFFF)).isZero();
    }

    @Test
    void daysBeginAtMidnightWhereTheServiceIs() {
        var late = List.of(new UsageSlot(Instant.parse("2026-11-20T23:30:00Z"), "ollama", "tiny", true, 3, 1, 2,
                Cost.NOTHING));

        assertThat(UsageDays.of(late, TODAY, 7, ZoneId.of("Europe/Berlin"), ENGLISH).answers().get("tiny"))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 3L);
        assertThat(UsageDays.of(late, TODAY, 7, ZoneOffset.UTC, ENGLISH).answers().get("tiny"))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 3L, 0L);
    }

    @Test
    void oneDayIsShownByItsHours() {
        var slots = List.of(new UsageSlot(Instant.parse("2026-11-21T14:45:00Z"), "", "", true, 2, 0, 0, Cost.NOTHING),
                new UsageSlot(Instant.parse("2026-11-20T14:45:00Z"), "", "", true, 9, 0, 0, Cost.NOTHING));

        var day = UsageDays.of(slots, TODAY, 1, ZoneOffset.UTC, ENGLISH);

        assertThat(day.labels()).hasSize(24);
        assertThat(day.answers()).hasEntrySatisfying("",
                hours -> assertThat(hours).hasSize(24).doesNotContain(9L).element(14).isEqualTo(2L));
    }

    @Test
    void daysAreWrittenAsTheLanguageHasThem() {
        assertThat(UsageDays.of(List.of(), TODAY, 7, ZoneOffset.UTC, ENGLISH).labels()).startsWith("11/15")
                .endsWith("11/21");
        assertThat(UsageDays.of(List.of(), TODAY, 7, ZoneOffset.UTC, Phrases.of(Language.GERMAN)).labels())
                .endsWith("21.11.");
        assertThat(UsageDays.of(List.of(), TODAY, 7, ZoneOffset.UTC, Phrases.of(Language.FRENCH)).labels())
                .endsWith("21/11");
    }

    @Test
    void whatLettersCannotDrawIsKnownBeforehand() {
        assertThat(WORDS.canBeDrawn()).isTrue();
        assertThat(new UsageChart.Words("Стоимость", "", "", "", "").canBeDrawn()).isTrue();
        assertThat(new UsageChart.Words("東京", "", "", "", "").canBeDrawn()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWordsOfThePictureCanBeDrawnInEveryLanguage(Language language) {
        var phrases = Phrases.of(language);
        for (var key : List.of("usage.title.mine", "usage.title.team", "usage.title.everybody")) {
            for (int days : new int[]{1, 7, 30, 90}) {
                assertThat(new UsageChart.Words(phrases.say(key, "days", days), phrases.say("usage.chart.answers"),
                        phrases.say("usage.chart.cost"), phrases.say("usage.chart.others"),
                        phrases.say("usage.built-in")).canBeDrawn()).as(key).isTrue();
            }
        }
    }

    private static BufferedImage drawn(UsageDays days) throws IOException {
        var png = UsageChart.png(days, WORDS);
        var keep = System.getProperty("chart.file");
        if (keep != null && days.labels().size() == 30) {
            Files.write(Path.of(keep), png);
        }
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int count(BufferedImage image, int colour) {
        var count = 0;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return count;
    }

    private static List<UsageSlot> month() {
        var random = new SplittableRandom(7);
        var models = List.of("llama3.2:latest", "qwen3-coder:30b-a3b-instruct", "gemini-3.8-flash", "gpt-6-luna",
                "claude-haiku-5-5", "", "mistral-small", "phi-5");
        var slots = new ArrayList<UsageSlot>();
        for (var day = 0; day < 30; day++) {
            for (var i = 0; i < models.size(); i++) {
                var isCloud = i >= 2 && i <= 4;
                var answers = random.nextInt(Math.max(2, 22 - 2 * i)) + (day == 29 ? 3 : 0);
                slots.add(new UsageSlot(Instant.parse("2026-10-23T12:00:00Z").plus(Duration.ofDays(day)), "x",
                        models.get(i), !isCloud, answers, 100, 900,
                        Cost.of(isCloud ? answers * 0.004 * random.nextDouble() : 0)));
            }
        }
        return slots;
    }
}
