package atelier.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Letters drawn with a round pen, so that a picture can bear words on a machine without a single font.
///
/// A glyph is its advance and a path on a grid in base 36: `m` moves to x y, `l` draws a line, `q` a curve over a control
/// point. The baseline is 4, small letters reach to c, capitals to g, tails to 0.
public final class StrokeFont {
    private static final double CAPITAL = 12, BASELINE = 4, SPACE = 5, GAP = 3, PEN = 1.7;

    // Pairs: a letter of Cyrillic and the one of Latin that looks like it.
    private static final String ALIKE = "АAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSаaеeоoрpсcуyхxіiјjѕsб6";
    // What has no accent to leave off.
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("æ", "ae"),
            Map.entry("œ", "oe"), Map.entry("Æ", "AE"), Map.entry("Œ", "OE"), Map.entry("ø", "o"), Map.entry("Ø", "O"),
            Map.entry("ł", "l"), Map.entry("Ł", "L"), Map.entry("đ", "d"), Map.entry("ı", "i"), Map.entry("ґ", "г"),
            Map.entry("’", "'"), Map.entry("‘", "'"), Map.entry("“", "\""), Map.entry("”", "\""), Map.entry("„", "\""),
            Map.entry("«", "\""), Map.entry("»", "\""), Map.entry("–", "-"), Map.entry("—", "-"),
            Map.entry("…", "..."));

    private static final Map<Character, String> GLYPHS = new HashMap<>();

    static {
        String table = """
                A 8m04l4gl84m28l68 B 8m04l0gl5gq8g8dq8a5al0am5aq8a87q8454l04 C 8m8dq8g4gq0g0aq0444q8487
                D 8m04l0gl4gq8g8aq8444l04 E 7m7gl0gl04l74m0al5a F 7m7gl0gl04m0al5a G 8m8dq8g4gq0g0aq0444q8489l59
                H 8m04l0gm84l8gm0al8a I 2m14l1g J 6m6gl68q6434q0407 K 8m04l0gm8gl09m3bl84 L 7m0gl04l74
                M am04l0gl58lagla4 N 8m04l0gl84l8g O 8m4gq0g0aq0444q848aq8g4g P 8m04l0gl5gq8g8cq8959l09
                Q 8m4gq0g0aq0444q848aq8g4gm57l83 R 8m04l0gl5gq8g8cq8959l09m49l84 S 8m7dq7g4gq0g0dq0a4aq8a87q8444q0407
                T 8m0gl8gm4gl44 U 8m0gl08q0444q8488l8g V 8m0gl44l8g W cm0gl34l6el94lcg X 8m04l8gm0gl84
                Y 8m0gl4al8gm4al44 Z 8m0gl8gl04l84
                0 8m4gq1g1aq1444q747aq7g4g 1 6m1dl4gl44 2 8m1dq1g4gq7g7dq7a14l74 3 8m1eq1g4gq7g7dq7a4aq7a77q7444q1416
                4 8m54l5gl08l78 5 8m6gl1gl1bq2b4bq7b77q7444q1416 6 8m6eq6g4gq1g19q1444q7478q7b4bq1b18 7 8m1gl7gl34
                8 8m4gq1g1dq1a4aq7a7dq7g4gm4aq1a17q1444q7477q7a4a 9 8m26q2444q747bq7g4gq1g1cq1949q797b
                a 8m7cl74m78q7c4cq1c18q1444q7478 b 8m1gl14m18q1c4cq7c78q7444q1418 c 7m7aq6c4cq1c18q1444q6476
                d 8m7gl74m78q7c4cq1c18q1444q7478 e 8m18l78q7c4cq1c18q1444q6476 f 6m6gq3g3dl34m1cl6c
                g 8m7cl73q7040q1011m78q7c4cq1c18q1444q7478 h 8m1gl14m18q1c4cq7c78l74 i 2m1cl14m1fl1g j 4m3cl32q3010m3fl3g
                k 7m1gl14m7cl18m3al74 l 2m1gl14 m cm1cl14m18q1c4cq6c68l64m68q6c9cqbcb8lb4 n 8m1cl14m18q1c4cq7c78l74
                o 8m4cq1c18q1444q7478q7c4c p 8m1cl10m18q1c4cq7c78q7444q1418 q 8m7cl70m78q7c4cq1c18q1444q7478
                r 6m1cl14m18q1c5c s 7m6bq6c4cq1c1aq1848q7876q7444q1415 t 6m3gl37q3464m1cl6c u 8m1cl18q1444q7478m7cl74
                v 7m1cl44l7c w bm1cl34l6cl94lbc x 7m1cl74m14l7c y 8m1cl44m7cl30 z 8m1cl7cl14l74
                # 8m24l3fm54l6fm08l88m0cl8c - 7m19l69 / 7m04l7g ( 4m3gq0g0aq0434 ) 4m0gq3g3aq3404 . 2m14l14 , 3m15l03
                : 2m15l15m1bl1b ' 2m1gl1d · 3m1al1a + 8m19l79m46l4c & 9m84l1dq1g3gq6g6eq6b07q0434q7489
                _ 8m03l83 % am9gl14m2gq0g0eq0c2cq4c4eq4g2gm88qa8a6qa484q6466q6888 = 7m0bl7bm07l77 $ 8m7dq7g4gq0g0dq0a4aq8a87q8444q0407m4il42
                ! 2m1gl18m14l14 ? 7m0dq0g3gq6g6dq6a3am3al38m34l34 ; 2m1bl1bm15l03 < 7m7cl18l74 > 7m1cl78l14 * 6m36l3cm07l6bm0bl67
                [ 3m3gl0gl04l34 ] 3m0gl3gl34l04 \" 4m0gl0dm3gl3d
                Б 8m7gl0gl04l54q8487q8a5al0a Г 7m04l0gl7g Д 9m02l04l94l92m14q383gl7gl74 Ж am5gl54m0gl5al04magl5ala4
                З 8m1eq1g4gq7g7dq7a4aq7a77q7444q1416 И 8m0gl04l8gl84 Л 8m04q343gl8gl84 П 8m04l0gl8gl84 У 8m0gl49m8gl24
                Ф am54l5gm5eq0e0aq0656qa6aaqae5e Ц 9m0gl04l94l92m7gl74 Ч 8m0gl0bq0949l89m8gl84 Ш am0gl04la4lagm5gl54
                Щ bm0gl04lb4lb2m5gl54magla4 Ъ 9m0gl2gl24l64q9497q9a6al2a Ы am0gl04l34q6467q6a3al0amagla4
                ß 8m04l0dq0g4gq7g7dq7b3bq8b87q8444l24
                Ь 7m0gl04l44q7477q7a4al0a Э 8m0dq0g4gq8g8aq8444q0407m3al8a Ю bm0gl04m0al3am7gq3g3aq3474qb4baqbg7g
                Я 8m84l8gl3gq0g0dq0a3al8am3al04 Є 8m8dq8g4gq0g0aq0444q8487m0al5a""";
        var entries = Pattern.compile("(\\S) (\\S+)").matcher(table);
        while (entries.find()) {
            GLYPHS.put(entries.group(1).charAt(0), entries.group(2));
        }
        for (int i = 0; i < ALIKE.length(); i += 2) {
            GLYPHS.put(ALIKE.charAt(i), String.valueOf(GLYPHS.get(ALIKE.charAt(i + 1))));
        }
        GLYPHS.putAll(HanStrokes.glyphs());
        // Most small letters of Cyrillic are small capitals.
        for (char capital : "БВГДЖЗИКЛМНПТФЦЧШЩЪЫЬЭЮЯЄ".toCharArray()) {
            GLYPHS.putIfAbsent(Character.toLowerCase(capital), small(String.valueOf(GLYPHS.get(capital))));
        }
    }

    private static String small(String glyph) {
        var small = new StringBuilder(glyph);
        for (int i = 1; i < glyph.length(); i++) {
            if ("mlq".indexOf(glyph.charAt(i)) < 0) {
                int y = Character.digit(glyph.charAt(++i), 36);
                small.setCharAt(i, Character.forDigit(y <= 4 ? y : (int) Math.round(4 + (y - 4) * 2 / 3.0), 36));
            }
        }
        return small.toString();
    }

    private StrokeFont() {}

    /// Draws one line of text and returns where it ends. Unknown letters are left out.
    ///
    /// @param y      the baseline
    /// @param height of a capital
    public static double draw(Graphics2D graphics, String text, double x, double y, double height) {
        double scale = height / CAPITAL;
        Stroke pen = graphics.getStroke();
        graphics.setStroke(new BasicStroke((float) (PEN * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double at = x;
        double before = x;
        String marked = "";
        for (char letter : letters(text)) {
            String glyph = GLYPHS.get(letter);
            if (glyph != null) {
                var place = new AffineTransform(scale, 0, 0, -scale, at, y + BASELINE * scale);
                graphics.draw(place.createTransformedShape(path(glyph)));
                marked = glyph;
                before = at;
            } else if (!marked.isEmpty()) {
                var place = new AffineTransform(scale, 0, 0, -scale, before, y + BASELINE * scale);
                graphics.draw(place.createTransformedShape(Accent.on(marked, letter)));
            }
            at += advance(letter) * scale;
        }
        graphics.setStroke(pen);
        return at;
    }

    /// Width of a line of text.
    public static double width(String text, double height) {
        double width = 0;
        for (char letter : letters(text)) {
            width += advance(letter);
        }
        return Math.max(0, width - GAP) * height / CAPITAL;
    }

    private static char[] letters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) > 127) {
                for (Map.Entry<String, String> it : PLAIN.entrySet()) {
                    plain = plain.replace(it.getKey(), it.getValue());
                }
                break;
            }
        }
        return plain.toCharArray();
    }

    /// Whether every letter of whatever text in this script can be drawn: Latin and Cyrillic can.
    public static boolean canDraw(String text) {
        return canDrawWords(text) && text.chars().noneMatch(letter -> HanStrokes.glyphs().containsKey((char) letter));
    }

    /// Whether every letter of these very words can be drawn, be they Chinese.
    public static boolean canDrawWords(String words) {
        for (char letter : letters(words)) {
            if (Character.isLetterOrDigit(letter) && !GLYPHS.containsKey(letter)) {
                return false;
            }
        }
        return true;
    }

    private static double advance(char letter) {
        String glyph = GLYPHS.get(letter);
        return glyph != null ? Character.digit(glyph.charAt(0), 36) + GAP : letter == ' ' ? SPACE + GAP : 0;
    }

    private static Path2D path(String glyph) {
        var path = new Path2D.Double();
        for (int i = 1; i < glyph.length(); i += 3) {
            double x = Character.digit(glyph.charAt(i + 1), 36);
            double y = Character.digit(glyph.charAt(i + 2), 36);
            switch (glyph.charAt(i)) {
                case 'm' -> path.moveTo(x, y);
                case 'l' -> path.lineTo(x, y);
                case 'q' -> {
                    path.quadTo(x, y, Character.digit(glyph.charAt(i + 3), 36),
                            Character.digit(glyph.charAt(i + 4), 36));
                    i += 2;
                }
                default -> throw new IllegalStateException(glyph);
            }
        }
        return path;
    }
}
