package atelier.quota.budget;

import atelier.language.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of money: whole millionths of a US dollar, so that sums are exact. Never negative.
public record Dollars(long micros) {
    public static final Dollars ZERO = new Dollars(0);

    private static final int PLACES = 6;
    private static final long ONE = 1_000_000;
    /// Less is not shown in figures.
    private static final long LEAST = 100;
    /// Far above any bill, and far enough below the end of `long` to be added up.
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    /// @throws IllegalArgumentException when negative
    public Dollars {
        if (micros < 0) {
            throw new IllegalArgumentException("a negative amount: " + micros);
        }
    }

    /// The nearest amount.
    ///
    /// @throws IllegalArgumentException when negative or no number
    public static Dollars of(double usd) {
        return of(decimal(usd), RoundingMode.HALF_UP);
    }

    /// The nearest amount.
    ///
    /// @throws IllegalArgumentException when negative
    public static Dollars of(BigDecimal usd) {
        return of(usd, RoundingMode.HALF_UP);
    }

    /// The next amount that is not less, for what is to be held back; a thousand million dollars where it is more than that.
    ///
    /// @throws IllegalArgumentException when negative or no number
    public static Dollars atLeast(double usd) {
        return of(decimal(usd), RoundingMode.CEILING);
    }

    private static BigDecimal decimal(double usd) {
        if (Double.isNaN(usd)) {
            throw new IllegalArgumentException("not a number");
        }
        return Double.isInfinite(usd) && usd > 0 ? MOST : BigDecimal.valueOf(usd);
    }

    private static Dollars of(BigDecimal usd, RoundingMode rounding) {
        return new Dollars(usd.min(MOST).movePointRight(PLACES).setScale(0, rounding).longValueExact());
    }

    public boolean isZero() {
        return micros == 0;
    }

    public Dollars plus(Dollars other) {
        return new Dollars(micros + other.micros);
    }

    /// What is left; zero when nothing is.
    public Dollars minus(Dollars other) {
        return new Dollars(Math.max(0, micros - other.micros));
    }

    public boolean isMoreThan(Dollars other) {
        return micros > other.micros;
    }

    /// Whether this is at least so many hundredths of `whole`.
    boolean isPercentOf(int percent, Dollars whole) {
        return micros * 100 >= whole.micros * percent;
    }

    /// As people read it, in any language. Never shows more than there is.
    Sentence said() {
        return micros > 0 && micros < LEAST ? Sentence.of("budget.under") : Sentence.plain(text());
    }

    /// In English: `$5`, `$4.20`, `$0.0042`. Never shows more than there is.
    public String text() {
        if (micros % ONE == 0) {
            return "$" + micros / ONE;
        }
        if (micros < LEAST) {
            return said().inEnglish();
        }
        var shown = BigDecimal.valueOf(micros, PLACES).setScale(micros > ONE ? 2 : 4, RoundingMode.DOWN)
                .stripTrailingZeros();
        return "$" + shown.setScale(Math.max(2, shown.scale())).toPlainString();
    }
}
