package atelier.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/// Numbers, dates, plurals and sentences within sentences, as each language has them.
class SaidTest {
    private static final ZonedDateTime DAY = ZonedDateTime.of(2026, 12, 1, 0, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    @Test
    void numbersAndDatesAreThoseOfTheLanguage() {
        assertThat(
                said(Language.GERMAN, "job.foot.answered", "model", "m", "server", "s", "place", "lokal", "because", "",
                        "seconds", 1.25, "tokens", 1200, "cost", "kostenlos"))
                .contains("1,2 s · 1.200 Token");
        assertThat(said(Language.SPANISH, "budget.end.MONTH", "end", DAY)).isEqualTo("el 1 de diciembre");
        assertThat(said(Language.CHINESE, "budget.end.MONTH", "end", DAY)).isEqualTo("于 12月1日");
        assertThat(said(Language.RUSSIAN, "budget.month", "start", DAY)).isEqualTo("декабрь");
    }

    @Test
    void pluralsAreThoseOfTheLanguage() {
        assertThat(said(Language.RUSSIAN, "code.lines", "count", 1)).isEqualTo("1 строка");
        assertThat(said(Language.RUSSIAN, "code.lines", "count", 3)).isEqualTo("3 строки");
        assertThat(said(Language.RUSSIAN, "code.lines", "count", 25)).isEqualTo("25 строк");
        assertThat(said(Language.CHINESE, "code.lines", "count", 1)).isEqualTo("1 行");
    }

    @Test
    void aSentenceWithinASentenceIsSaidInTheSameLanguage() {
        var why = Sentence.of("failure.way.reword");
        assertThat(Sentence.of("model.wrong", "why", why).in(Phrases.of(Language.FRENCH)))
                .isEqualTo("Dis-le avec d'autres mots. Rien n'a été changé.");
        assertThat(Sentence.plain("{0} '{' as it is").in(Phrases.of(Language.GERMAN))).isEqualTo("{0} '{' as it is");
    }

    private static String said(Language language, String key, Object... namesAndValues) {
        return Sentence.of(key, namesAndValues).in(Phrases.of(language));
    }
}
