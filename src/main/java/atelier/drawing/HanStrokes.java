package atelier.drawing;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The few Chinese characters that the words of pictures need, drawn as [StrokeFont] draws letters. Whoever changes those words
/// adds what is missing here.
final class HanStrokes {
    private static final String TABLE = """
            人 em7gl6al02m7bl96le2 今 em09l7gle9m6bl8am38lb8l72 天 em1eldem09le9m7el79l55l02m79l95le2
            最 em3glbglbbl3bl3gm3dlbdm09le9m29l23m69l62m27l67m25l65m03l74m87ld7lb4l82m96le2
            近 em1fl3dm0al3al35l02m24l52le2mcgl6el69l55m6bldbmabla4 本 em0clecm7gl72m7cl48l05m7cla8le5m45la5
            聊 em0fl6fm1fl15m5fl52m1cl5cm19l59m05l66m9fl7dl77l98m9dl97l72mb2lbeleele6ld6
            所 em6gl1el18l02m1cl6cl68l18mdgl8el88l62m8aleamcalc2 有 em0dledm6gl4al06m42l4alcalc2la2m47lc7m45lc5
            回 em0flefle2l02l0fm4blabla6l46l4b
            答 em3gl0cm2el6em4el5cm9gl7dm8eldembelccm07l7cle7m48la8m36lb6lb2l32l36
            花 em0eleem4gl4cmaglacm5bl06m38l32m7bl74l82ld2le4mdal76
            费 em2flcflccl2cl29ld9lc7m5gl5al27m9gl97m33l37lb7lb3m76l63l11m83ld1
            其 em1eldem4gl46magla6m4blabm49la9m06le6m45l12ma5ld2 他 em4gl0am2dl22m4aldcld7lb7m9gl96m6dl64l72ld2le4
            无 em2flcfm0aleam7fl68l02m8al84l92ld2le4
            模 em0cl5cm3gl32m3bl06m3al58m6eleem8gl8dmcglcdm7cldcld8l78l7cm7aldam66le6ma8l95l62ma6le2
            型 em0fl8fm0bl8bm3fl3bl18m6fl68maflaamdgld8lb8m25lc5m78l72m02le2""";
    private static final Map<Character, String> GLYPHS = Pattern.compile("(\\S) (\\S+)").matcher(TABLE).results()
            .collect(Collectors.toUnmodifiableMap(entry -> entry.group(1).charAt(0), entry -> entry.group(2)));

    private HanStrokes() {}

    static Map<Character, String> glyphs() {
        return GLYPHS;
    }
}
