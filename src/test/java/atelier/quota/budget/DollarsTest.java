package atelier.quota.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DollarsTest {
    @ParameterizedTest
    @CsvSource({"0, $0", "5000000, $5", "4200000, $4.20", "4999999, $4.99", "1000001, $1.00", "500000, $0.50",
            "25349, $0.0253", "4200, $0.0042", "99, under $0.0001"})
    void anAmountIsShownAsPeopleReadItAndNeverAsMoreThanItIs(long micros, String text) {
        assertThat(new Dollars(micros).text()).isEqualTo(text);
    }

    @Test
    void whatIsHeldBackIsRoundedUpAndACostToTheNearest() {
        assertThat(Dollars.atLeast(0.000_000_1)).isEqualTo(new Dollars(1));
        assertThat(Dollars.of(0.000_000_1)).isEqualTo(Dollars.ZERO);
        assertThat(Dollars.of(0.1 + 0.2)).isEqualTo(new Dollars(300_000));
    }

    @Test
    void aBoundlessAmountIsALargeOneThatCanStillBeAddedUp() {
        var boundless = Dollars.atLeast(Double.POSITIVE_INFINITY);

        assertThat(boundless).isEqualTo(Dollars.atLeast(1e300));
        assertThat(boundless.plus(boundless).isMoreThan(boundless)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void whatIsNoAmountIsRefused(double usd) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dollars.of(usd));
        assertThatIllegalArgumentException().isThrownBy(() -> Dollars.atLeast(usd));
    }
}
