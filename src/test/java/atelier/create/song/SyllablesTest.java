package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
    private static String split(String line, String language) {
        return new Syllables(language).of(line).stream().map(it -> it.text() + (it.joins() ? "-" : " "))
                .collect(Collectors.joining()).strip();
    }

    @ParameterizedTest
    @CsvSource({"morning,mor-ning", "river,ri-ver", "away,a-way", "forever,fo-re-ver", "hope,hope", "hoped,hoped",
            "wanted,want-ed", "little,lit-tle", "table,ta-ble", "station,sta-tion", "radio,ra-di-o", "don't,don't",
            "piano,pi-a-no", "queen,queen", "beautiful,beau-ti-ful", "houses,hou-ses", "year,year", "yellow,yel-low",
            "merry-go-round,mer-ry--go--round", "fly,fly", "HEAVEN,HEA-VEN", "lonely,lone-ly", "garden!,gar-den!"})
    void englishWordsFallIntoTheirSyllables(String word, String syllables) {
        assertThat(split(word, "en").replace("--", "-")).isEqualTo(syllables.replace("--", "-"));
    }

    @ParameterizedTest
    @CsvSource({"de,Liebe,Lie-be", "es,corazón,co-ra-zón", "ru,молоко,мо-ло-ко", "zh,月亮,月-亮"})
    void otherLanguagesByTheirVowelsOrLetters(String language, String word, String syllables) {
        assertThat(split(word, language)).isEqualTo(syllables);
    }

    @Test
    void whatCannotBePronouncedIsOneSyllableAWordOrNone() {
        assertThat(split("brr hmm 1999 xyzzt", "en")).isEqualTo("brr hmm 1999 xyzzt");
        assertThat(new Syllables("en").of("💣 ... --- !!!")).isEmpty();
        assertThat(new Syllables("en").of("a".repeat(30_000))).hasSize(1);
        assertThat(new Syllables("en").of("ab".repeat(15_000)).size()).isLessThan(12);
    }

    @Test
    void smallWordsAreUnstressed() {
        assertThat(new Syllables("en").of("the sea again")).extracting(Syllable::stressed).containsExactly(false, true,
                false, true);
    }
}
