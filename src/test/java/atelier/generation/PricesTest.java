package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Offset<Double> HARDLY = within(1e-12);

    private final Prices prices = Prices.bundled();

    private double million(String model, LocalDate day) {
        return prices.usd("gemini", model, day, 1_000_000, 1_000_000);
    }

    @Test
    void thePromotionEndsWithTheYear() {
        assertThat(million("gemini-3.8-flash", TODAY)).isEqualTo(4.50, HARDLY);
        assertThat(million("gemini-3.8-flash", LocalDate.of(2026, 12, 31))).isEqualTo(4.50, HARDLY);
        assertThat(million("gemini-3.8-flash", LocalDate.of(2027, 1, 1))).isEqualTo(9.00, HARDLY);
    }

    @Test
    void longPromptsCostMoreAltogether() {
        assertThat(prices.usd("gemini", "gemini-2.5-pro", TODAY, 200_000, 1000)).isEqualTo(0.25 + 0.01, HARDLY);
        assertThat(prices.usd("gemini", "gemini-2.5-pro", TODAY, 200_001, 1000)).isEqualTo(0.5000025 + 0.015, HARDLY);
    }

    @Test
    void versionsOfAModelCostTheSame() {
        assertThat(million("models/gemini-2.5-flash-001", TODAY)).isEqualTo(2.80, HARDLY);
    }

    @Test
    void anUnknownModelCostsAsTheDearestKnown() {
        assertThat(prices.usd("gemini", "gemini-9-ultra", TODAY, 1000, 1000))
                .isEqualTo(prices.usd("gemini", "gemini-3.1-pro-preview", TODAY, 1000, 1000), HARDLY);
    }

    @Test
    void localProvidersCostNothing() {
        assertThat(prices.usd("ollama", "llama3.2", TODAY, 1000, 1000)).isZero();
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> Prices.of(Stream.of("gemini,x,,,cheap,2,,,")))
                .hasMessageContaining("gemini,x,,,cheap");
    }
}
