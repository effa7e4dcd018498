package atelier.engine.intake;

import atelier.intent.MusicBrief;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What “slower”, “in 3/4” or “longer, and sadder” make of an earlier melody's brief.
final class MelodyChanges {
    private static final double STEP = 0.8;
    private static final int USUAL_BARS = 8;
    private static final Pattern SLOWER = words("slower|slow (it )?down|too fast|half speed|langsamer|zu schnell|"
            + "más lent[oa]|plus lent(e|ement)?|mais lent[oa]|медленнее|慢");
    private static final Pattern FASTER = words("faster|quicker|speed (it )?up|too slow|double time|schneller|"
            + "zu langsam|más rápid[oa]|plus (vite|rapide)|mais rápid[oa]|быстрее|快");
    private static final Pattern LONGER = words("longer|lengthen it|extend it|too short|länger|zu kurz|"
            + "más larg[oa]|plus long(ue)?|mais long[oa]|длиннее|长一点");
    private static final Pattern SHORTER = words("shorter|shorten it|too long|kürzer|zu lang|más cort[oa]|"
            + "plus court[e]?|mais curt[oa]|короче|短一点");
    private static final Map<Pattern, String> MOODS = new LinkedHashMap<>();

    static {
        MOODS.put(words("sadder|trauriger"), "sad");
        MOODS.put(words("happier|less sad|fröhlicher"), "happy");
        MOODS.put(words("calmer|softer|ruhiger"), "calm");
        MOODS.put(words("darker|dunkler"), "dark");
    }

    private MelodyChanges() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}&&[^\\p{IsHan}]])(" + alternatives + ")(?![\\p{L}&&[^\\p{IsHan}]])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// @param found what the parser found in the words, by name
    static MusicBrief in(String words, Map<String, Object> found, MusicBrief old) {
        var bars = number(found, "bars", null);
        var seconds = number(found, "seconds", null);
        var isLengthNamed = bars != null || seconds != null;
        var times = factor(words, LONGER, SHORTER, 2);
        return new MusicBrief(text(found, "key", old.key()), text(found, "scale", old.scale()),
                number(found, "tempo", old.tempo()), text(found, "meter", old.meter()),
                isLengthNamed
                        ? bars
                        : lengthened(old.seconds() == null ? orUsual(old.bars(), times) : old.bars(), times),
                isLengthNamed ? seconds : lengthened(old.seconds(), times),
                text(found, "genre", old.genre()), mood(words, found, old.mood()), old.language(),
                found.get("seed") instanceof Long seed ? seed : old.seed(), pace(words, found, old.pace()));
    }

    /// The brief with this seed.
    static MusicBrief seeded(MusicBrief old, @Nullable Long seed) {
        return new MusicBrief(old.key(), old.scale(), old.tempo(), old.meter(), old.bars(), old.seconds(), old.genre(),
                old.mood(), old.language(), seed, old.pace());
    }

    private static @Nullable Double pace(String words, Map<String, Object> found, @Nullable Double old) {
        if (found.containsKey("tempo")) {
            return null;
        }
        var times = factor(words, FASTER, SLOWER, 1 / STEP);
        return times == 1 ? old : Double.valueOf((old == null ? 1 : old) * times);
    }

    private static double factor(String words, Pattern more, Pattern less, double step) {
        var up = more.matcher(words).find() ? step : 1;
        return less.matcher(words).find() ? up / step : up;
    }

    private static @Nullable Integer orUsual(@Nullable Integer bars, double times) {
        return bars == null && times != 1 ? Integer.valueOf(USUAL_BARS) : bars;
    }

    private static @Nullable Integer lengthened(@Nullable Integer old, double times) {
        return old == null ? null : Integer.valueOf((int) Math.max(1, Math.round(old * times)));
    }

    private static @Nullable String mood(String words, Map<String, Object> found, @Nullable String old) {
        return MOODS.entrySet().stream().filter(mood -> mood.getKey().matcher(words).find()).map(Map.Entry::getValue)
                .findFirst().orElse(text(found, "mood", old));
    }

    private static @Nullable String text(Map<String, Object> found, String name, @Nullable String old) {
        return found.get(name) instanceof String text ? text : old;
    }

    private static @Nullable Integer number(Map<String, Object> found, String name, @Nullable Integer old) {
        return found.get(name) instanceof Integer number ? number : old;
    }
}
