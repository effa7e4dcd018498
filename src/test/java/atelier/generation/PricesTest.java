package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Offset<Double> HARDLY = within(1e-12);

    private final Prices prices = Prices.bundled();

    private static Prices.Tokens tokens(long input, long output) {
        return new Prices.Tokens(input, 0, output);
    }

    private double million(String model, LocalDate day) {
        return prices.usd("gemini", model, day, tokens(1_000_000, 1_000_000));
    }

    @Test
    void thePromotionEndsWithTheYear() {
        assertThat(million("gemini-3.8-flash", TODAY)).isEqualTo(4.50, HARDLY);
        assertThat(million("gemini-3.8-flash", LocalDate.of(2026, 12, 31))).isEqualTo(4.50, HARDLY);
        assertThat(million("gemini-3.8-flash", LocalDate.of(2027, 1, 1))).isEqualTo(9.00, HARDLY);
    }

    @Test
    void longPromptsCostMoreAltogether() {
        assertThat(prices.usd("gemini", "gemini-2.5-pro", TODAY, tokens(200_000, 1000))).isEqualTo(0.25 + 0.01, HARDLY);
        assertThat(prices.usd("gemini", "gemini-2.5-pro", TODAY, tokens(200_001, 1000))).isEqualTo(0.5000025 + 0.015,
                HARDLY);
    }

    @ParameterizedTest
    @CsvSource({"openai,gpt-6.2-astra,48", "openai,gpt-6.2-sol,12", "openai,gpt-5.4-mini,5.25",
            "anthropic,claude-fable-5-1,60", "anthropic,claude-opus-5-5,24", "anthropic,claude-sonnet-5-5,12",
            "anthropic,claude-haiku-4-5,6", "anthropic,claude-haiku-4-5-20251001,6"})
    void everyCloudHasItsPrices(String provider, String model, double usd) {
        double ten = prices.usd(provider, model, TODAY, tokens(100_000, 100_000));

        assertThat(ten).isEqualTo(usd / 10, HARDLY);
    }

    @Test
    void cachedInputIsCheaperAndPartOfTheInput() {
        assertThat(prices.usd("openai", "gpt-6-luna", TODAY, new Prices.Tokens(100_000, 60_000, 1000)))
                .isEqualTo(0.004 + 0.0006 + 0.0005, HARDLY);
    }

    @Test
    void theCheaperCacheOfSonnetBeganOnItsDay() {
        var cached = new Prices.Tokens(1_000_000, 1_000_000, 0);

        assertThat(prices.usd("anthropic", "claude-sonnet-5-5", LocalDate.of(2026, 10, 6), cached)).isEqualTo(2.0);
        assertThat(prices.usd("anthropic", "claude-sonnet-5-5", LocalDate.of(2026, 10, 7), cached)).isEqualTo(0.1);
    }

    @Test
    void cachedTokensCountTowardsTheLengthOfAPrompt() {
        assertThat(prices.usd("anthropic", "claude-haiku-5-5", TODAY, new Prices.Tokens(100_001, 100_000, 0)))
                .isEqualTo(100_001 * 0.5 / 1e6, HARDLY);
        assertThat(prices.usd("openai", "gpt-6-luna", TODAY, new Prices.Tokens(272_001, 272_001, 1_000_000)))
                .isEqualTo(272_001 * 0.02 / 1e6 + 0.75, HARDLY);
    }

    @Test
    void versionsOfAModelCostTheSame() {
        assertThat(million("models/gemini-2.5-flash-001", TODAY)).isEqualTo(2.80, HARDLY);
    }

    @Test
    void anUnknownModelCostsAsTheDearestKnown() {
        assertThat(prices.usd("gemini", "gemini-9-ultra", TODAY, tokens(1000, 1000)))
                .isEqualTo(prices.usd("gemini", "gemini-3.1-pro-preview", TODAY, tokens(1000, 1000)), HARDLY);
    }

    @Test
    void localProvidersCostNothing() {
        assertThat(prices.usd("ollama", "llama3.2", TODAY, tokens(1000, 1000))).isZero();
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> Prices.of(Stream.of("gemini,x,,,cheap,,2,,,,")))
                .hasMessageContaining("gemini,x,,,cheap");
    }
}
