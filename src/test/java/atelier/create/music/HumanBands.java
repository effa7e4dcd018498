package atelier.create.music;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Between which values 90 of 100 human melodies lie: 544 pop songs (POP909, those in steady 4/4) and 1,016 folk tunes
/// (Nottingham). A value counts as human when it lies in the band of the one or of the other. Nothing of either collection is
/// in here but these numbers.
public final class HumanBands {
    /// What share of the sixteen a melody needs.
    public static final double ENOUGH = 0.8;

    private record Band(double low, double high) {
        boolean holds(double value) {
            return value >= low - 1e-9 && value <= high + 1e-9;
        }
    }

    private record Both(Band pop, Band folk) {}

    private static final Map<String, Both> BANDS = new LinkedHashMap<>();

    static {
        band("scaleConsistency", .864, 1, .920, 1);
        band("pcEntropy", 2.259, 3.071, 2.381, 2.956);
        band("range", 13, 24, 12, 22);
        band("H1", .979, 1.814, .998, 2.065);
        band("H4", 1.953, 2.439, 2.115, 2.698);
        band("groove16", .609, .852, .770, .941);
        band("GS16", .580, .828, .795, .934);
        band("stepRate", .281, .616, .320, .723);
        band("unisonRate", .063, .408, .008, .275);
        band("meanAbsInt", 1.691, 3.146, 1.843, 3.494);
        band("chordToneStrong", .480, .898, .636, .937);
        band("emptyBar", .022, .234, 0, 0);
        band("barRepeat1", .564, 1, .424, 1);
        band("simLag", .112, .507, .266, .889);
        band("finalTonic", 0, 1, 0, 1);
        band("CPI3", .194, .732, .137, .750);
    }

    private HumanBands() {}

    private static void band(String name, double popLow, double popHigh, double folkLow, double folkHigh) {
        BANDS.put(name, new Both(new Band(popLow, popHigh), new Band(folkLow, folkHigh)));
    }

    /// The sixteen.
    public static List<String> names() {
        return List.copyOf(BANDS.keySet());
    }

    /// Whether a value is one that melodies of people have.
    public static boolean human(String name, double value) {
        Both both = BANDS.get(name);
        return both != null && (both.pop().holds(value) || both.folk().holds(value));
    }

    /// Share of the sixteen that are human.
    public static double share(Map<String, Double> numbers) {
        return BANDS.keySet().stream().filter(name -> human(name, numbers.getOrDefault(name, Double.NaN))).count()
                / (double) BANDS.size();
    }

    /// Such as `.281...723`: where either band begins and ends.
    public static String words(String name) {
        Both both = BANDS.get(name);
        if (both == null) {
            return "";
        }
        return "%.3g..%.3g".formatted(Math.min(both.pop().low(), both.folk().low()),
                Math.max(both.pop().high(), both.folk().high()));
    }
}
