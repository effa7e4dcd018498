package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpellingTest {
    // Hyphened by the dictionaries' rules; the stressed syllable in capitals where a language has a rule for it.
    private static final String GERMAN = """
            LIE-be NACHT SON-ne HER-zen SOM-mer MOR-gen ge-LIEBT ver-GES-sen STER-ne FEU-er REI-se HÄU-ser MÄD-chen KIR-che
            TA-schen ZU-cker KAT-ze AP-fel FENS-ter KAS-ten BÜ-cher SCHÖ-ne FREUN-de LEI-se WOL-ken SIN-gen TAN-zen
            TRÄU-me ZWI-schen MEN-schen STRA-ße GRÖ-ßer na-ti-ON po-li-ZEI stu-DIE-ren be-GIN-nen er-ZÄH-len ent-DE-cken
            BES-ser GES-tern AU-gen HIM-mel WAS-ser LE-ben IM-mer WIE-der
            """;
    private static final String SPANISH = """
            a-MOR co-ra-ZÓN NO-che CIE-lo LU-na ca-MI-no can-CIÓN MA-no TIEM-po TIE-rra llo-VER CA-lle PUER-ta ven-TA-na
            gui-TA-rra que-RER PE-rro LI-bro ha-BLAR SIEM-pre fe-LIZ ma-ÑA-na tam-BIÉN a-QUÍ DÍ-a pa-ÍS ciu-DAD VIEN-to
            FUE-go SUE-ño a-HO-ra a-le-GRÍ-a MÚ-si-ca ÁR-bol LÁ-gri-ma jar-DÍN es-TRE-lla so-le-DAD his-TO-ria ver-DAD
            bai-LAR CUER-po GUE-rra O-jos
            """;
    private static final String FRENCH = """
            a-mour chan-son so-leil ma-tin é-toile ri-vière mai-son jar-din cou-leur ba-teau nuit che-min fe-nêtre ja-mais
            tou-jours dan-ser chan-ter par-tir re-ve-nir mu-sique mer-ci bon-heur lu-mière en-fant oi-seau ciel
            mon-tagne cam-pagne é-cou-ter é-cole pa-pier a-mi ma-de-moi-selle prin-temps au-tomne hi-ver ville a-vion
            si-lence vi-sage sou-rire de-main
            """;
    private static final String PORTUGUESE = """
            a-MOR co-ra-ÇÃO NOI-te sau-DA-de ca-MI-nho can-ÇÃO MÃO TEM-po TER-ra CA-sa RU-a POR-ta ja-NE-la FI-lho
            SO-nho CAR-ro PAS-so LI-vro PRA-ça fe-LIZ ma-NHÃ tam-BÉM a-QUI DI-a pa-ÍS ci-DA-de VEN-to FO-go a-GO-ra
            a-le-GRI-a MÚ-si-ca ÁR-vo-re LÁ-gri-ma jar-DIM es-TRE-la so-li-DÃO his-TÓ-ria ver-DA-de dan-ÇAR COR-po
            GUER-ra O-lhos QUE-ro PÃES
            """;
    private static final String CHINESE = """
            月-亮 太-阳 星-星 天-空 大-海 河-流 高-山 春-天 夏-天 秋-天 冬-天 雨-水 雪-花 风-筝 朋-友 爱-情 生-活 时-间 梦-想 希-望 故-事
            眼-睛 微-笑 回-忆 城-市 街-道 灯-光 夜-晚 早-晨 声-音 歌-唱 音-乐 吉-他 自-由 家-乡 母-亲 孩-子 花-园 远-方 明-天 图-书-馆
            """;
    private static final String RUSSIAN = """
            лю-бовь мо-ло-ко до-ро-га но-чи вес-на зи-ма ле-то о-сень мо-ре не-бо солн-це звез-да лу-на ре-ка
            го-род у-ли-ца дом ок-но серд-це лес по-ле ве-тер дож-дик снег ту-ман пес-ня му-зы-ка го-лос сло-во меч-та
            па-мять на-деж-да счас-тье жизнь мир ру-ка гла-за у-тро ве-чер май-ка коль-цо день
            """;

    private static String split(String word, String language) {
        return new Syllables(language).of(word).stream().map(Syllable::text).collect(Collectors.joining("-"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(Arguments.of("de", GERMAN, 44), Arguments.of("es", SPANISH, 40),
                Arguments.of("fr", FRENCH, 40), Arguments.of("pt", PORTUGUESE, 40), Arguments.of("ru", RUSSIAN, 40),
                Arguments.of("zh", CHINESE, 40));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void wordsFallIntoTheirSyllables(String language, String table, int least) {
        List<String> words = List.of(table.strip().split("\\s+", -1));
        assertThat(words).hasSizeGreaterThanOrEqualTo(least);
        for (String word : words) {
            String plain = word.replace("-", "").toLowerCase(Locale.ROOT);
            assertThat(split(plain, language)).as(language).isEqualTo(word.toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @MethodSource("stresses")
    void theirStressIsWhereItIsSpoken(String language, String table) {
        for (String word : table.strip().split("\\s+", -1)) {
            String plain = word.replace("-", "").toLowerCase(Locale.ROOT);
            List<Syllable> syllables = new Syllables(language).of(plain);
            List<String> spoken = List.of(word.split("-", -1));
            for (int i = 0; i < spoken.size(); i++) {
                boolean loud = spoken.get(i).equals(spoken.get(i).toUpperCase(Locale.ROOT));
                assertThat(syllables.get(i).stressed()).as(language + " " + word + " " + i).isEqualTo(loud);
            }
        }
    }

    static Stream<Arguments> stresses() {
        return Stream.of(Arguments.of("de", GERMAN), Arguments.of("es", SPANISH), Arguments.of("pt", PORTUGUESE));
    }

    @Test
    void frenchIsStressedAtTheEndAndRussianWhereItIsWritten() {
        assertThat(new Syllables("fr").of("la chanson d'amour")).extracting(Syllable::stressed).containsExactly(false,
                false, true, false, true);
        assertThat(new Syllables("ru").of("и полёт")).extracting(Syllable::stressed).containsExactly(false, false,
                true);
    }
}
