package atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ModelStatisticsTest {
    private static final int SPEED = 0xFF35C2B0, POOR = 0xFFF2705C;
    private static final Scope ADA = new Scope.Person(1);
    private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);

    private final List<CallFigures> figures = new ArrayList<>();
    private final ModelStatistics statistics = new ModelStatistics(new Shelf(),
            SettableClock.at("2026-11-21T12:00:00Z"));

    @Test
    void everyModelHasALineTheBusiestFirstAndItsBenchBelow() {
        figures.add(row("ollama", "only ever stopped", "", 0, 0, 0, 0));
        figures.add(row("ollama", "gemma3", "", 3, 3, 900, 2000));
        figures.add(row("ollama", "llama3.2", "", 43, 41, 6100, 14_000));
        figures.add(row("ollama", "llama3.2", "GENERATE_CODE", 20, 19, 9000, 15_000));
        figures.add(row("ollama", "llama3.2", Call.BENCH, 6, 5, 1000, 2000));

        var page = statistics.page(ADA, "", ENGLISH);

        assertThat(page.lines()).containsExactly("**Your models**, last 30 days",
                "- **ollama/llama3.2** local, 41 of 43 answered (95 %); first words 0.1 s, at most 0.4 s for 9 of 10;"
                        + " whole 6.1 s, at most 14 s; 38 tokens/s; free; 👍 5 👎 1",
                "  - bench: local, bench, 5 of 6 right (83 %); first words 0.1 s, at most 0.4 s for 9 of 10;"
                        + " whole 1.0 s, at most 2.0 s; 38 tokens/s; free; 👍 5 👎 1",
                "- **ollama/gemma3** local, 3 of 3 answered (100 %); first words 0.1 s, at most 0.4 s for 9 of 10;"
                        + " whole 0.9 s, at most 2.0 s; 38 tokens/s; free; 👍 5 👎 1");
        assertThat(page.picture()).isNotNull();
    }

    @Test
    void aNamedModelShowsItsTasks() {
        figures.add(row("ollama", "gemma3", "", 3, 3, 900, 2000));
        figures.add(row("ollama", "llama3.2", "", 43, 41, 6100, 14_000));
        figures.add(row("ollama", "llama3.2", "GENERATE_CODE", 20, 19, 9000, 15_000));

        assertThat(statistics.page(ADA, " Llama ", ENGLISH).lines()).hasSize(3).last().asString()
                .startsWith("  - code: local, 19 of 20");
    }

    @Test
    void whatSomebodysOwnKeyPaysIsNotCalledFree() {
        figures.add(
                new CallFigures("gemini", "gemini-3.8-flash", false, true, "", 1, 1, new CallFigures.Times(120, 400),
                        new CallFigures.Times(900, 2000), 0, new Cost(0, 0.002), 0, 0));
        figures.add(new CallFigures("openai-compatible", "far", false, true, "", 1, 1, new CallFigures.Times(120, 400),
                new CallFigures.Times(900, 2000), 0, Cost.NOTHING, 0, 0));

        assertThat(statistics.page(ADA, "", ENGLISH).lines()).element(1).asString().endsWith("; $0.0020 on your key");
        assertThat(statistics.page(ADA, "", ENGLISH).lines()).last().asString().endsWith("; not charged here");
    }

    @Test
    void figuresAreSaidInTheLanguageOfThePerson() {
        figures.add(row("ollama", "llama3.2", "", 1200, 1140, 6100, 14_000));
        figures.add(row("ollama", "llama3.2", "GENERATE_CODE", 20, 19, 9000, 15_000));

        var german = Phrases.of(Language.GERMAN);
        assertThat(statistics.page(ADA, "llama", german).lines()).containsExactly("**Deine Modelle**, letzte 30 Tage",
                "- **ollama/llama3.2** lokal, 1.140 von 1.200 beantwortet (95 %); erste Worte 0,1 s, in 9 von 10 Fällen"
                        + " höchstens 0,4 s; ganz 6,1 s, höchstens 14 s; 38 Token/s; kostenlos; 👍 5 👎 1",
                "  - Code: lokal, 19 von 20 beantwortet (95 %); erste Worte 0,1 s, in 9 von 10 Fällen höchstens 0,4 s;"
                        + " ganz 9,0 s, höchstens 15 s; 38 Token/s; kostenlos; 👍 5 👎 1");
    }

    @Test
    void nothingRecordedSaysWhatToDo() {
        assertThat(statistics.page(ADA, "", ENGLISH).lines()).singleElement().asString().contains("/model bench");
        assertThat(statistics.page(ADA, "gpt", ENGLISH).lines()).singleElement().asString().contains("“gpt”",
                "/model stats");
        assertThat(statistics.page(ADA, "", ENGLISH).picture()).isNull();
    }

    @Test
    void aSlowerModelHasALongerBarAndAFailingOneADifferentColour() throws IOException {
        var picture = picture(List.of(row("ollama", "fast", "", 10, 10, 2000, 2500),
                row("ollama", "slow", "", 10, 10, 8000, 9500), row("ollama", "failing", "", 10, 2, 1000, 1000)));

        assertThat(longest(picture, 1, SPEED)).isBetween(3.5 * longest(picture, 0, SPEED),
                4.5 * longest(picture, 0, SPEED));
        assertThat(longest(picture, 0, POOR)).isZero();
        assertThat(longest(picture, 2, POOR)).isPositive();
    }

    @Test
    void manyModelsWithStrangeNamesMakeAPictureOfBoundedSize() throws IOException {
        var many = new ArrayList<CallFigures>();
        for (var number = 0; number < 40; number++) {
            many.add(row("ollama", "名前".repeat(number) + "x".repeat(200), "", 1, 0, 0, 0));
        }
        many.set(0, row("", "", "", 1, 1, 10_000_000, 20_000_000));

        var picture = picture(many);

        assertThat(picture.getWidth()).isEqualTo(ModelChart.WIDTH);
        assertThat(picture.getHeight()).isLessThan(1200);
    }

    private static double longest(BufferedImage picture, int row, int colour) {
        var longest = 0;
        for (var y = 118 + 66 * row; y < 118 + 66 * (row + 1); y++) {
            var run = 0;
            for (var x = 0; x < picture.getWidth(); x++) {
                run += picture.getRGB(x, y) == colour ? 1 : 0;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static BufferedImage picture(List<CallFigures> models) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ModelChart.png(Sentence.plain("Your models"), ENGLISH, models)));
    }

    private static CallFigures row(String provider, String model, String task, long calls, long done, long median,
            long p90) {
        return new CallFigures(provider, model, true, false, task, calls, done, new CallFigures.Times(120, 400),
                new CallFigures.Times(median, p90), 38.2, Cost.NOTHING, 5, 1);
    }

    private final class Shelf implements Calls {
        @Override
        public List<CallFigures> figures(Scope scope, Instant from) {
            return figures;
        }

        @Override
        public Cost spent(String job) {
            return Cost.NOTHING;
        }

        @Override
        public List<Lesson> lessons(Instant from, int limit) {
            return List.of();
        }

        @Override
        public void add(List<Call> calls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Instant before) {
            figures.clear();
        }
    }
}
