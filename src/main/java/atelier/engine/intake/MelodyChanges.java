package atelier.engine.intake;

import atelier.intent.Instruments;
import atelier.intent.MusicBrief;
import atelier.intent.MusicChange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What “slower”, “in 3/4” or “longer, and sadder” make of an earlier melody's brief.
final class MelodyChanges {
    private static final double LONGER = 2;
    private static final int USUAL_BARS = 8;

    private MelodyChanges() {}

    /// @param found what the parser found in the words, by name
    static MusicBrief in(String words, Map<String, Object> found, MusicBrief old) {
        var change = MusicChange.in(words);
        var instrument = Instruments.in(words, true);
        var bars = number(found, "bars", null);
        var seconds = number(found, "seconds", null);
        var isLengthNamed = bars != null || seconds != null;
        var times = change.length() > 1 ? LONGER : change.length() < 1 ? 1 / LONGER : 1;
        return new MusicBrief(text(found, "key", old.key()), text(found, "scale", old.scale()),
                number(found, "tempo", old.tempo()), text(found, "meter", old.meter()),
                isLengthNamed
                        ? bars
                        : lengthened(old.seconds() == null ? orUsual(old.bars(), times) : old.bars(), times),
                isLengthNamed ? seconds : lengthened(old.seconds(), times),
                text(found, "genre", old.genre()), mood(change, found, old.mood()), old.language(),
                found.get("seed") instanceof Long seed ? seed : old.seed(), pace(change, found, old.pace()))
                .noted(text(found, "note", null)).playedOn(instrument == null ? old.instrument() : instrument);
    }

    /// The brief with this seed.
    static MusicBrief seeded(MusicBrief old, @Nullable Long seed) {
        return new MusicBrief(old.key(), old.scale(), old.tempo(), old.meter(), old.bars(), old.seconds(), old.genre(),
                old.mood(), old.language(), seed, old.pace()).playedOn(old.instrument());
    }

    private static @Nullable Double pace(MusicChange change, Map<String, Object> found, @Nullable Double old) {
        if (found.containsKey("tempo")) {
            return null;
        }
        return change.pace() == 1 ? old : Double.valueOf((old == null ? 1 : old) * change.pace());
    }

    private static @Nullable Integer orUsual(@Nullable Integer bars, double times) {
        return bars == null && times != 1 ? Integer.valueOf(USUAL_BARS) : bars;
    }

    private static @Nullable Integer lengthened(@Nullable Integer old, double times) {
        return old == null ? null : Integer.valueOf((int) Math.max(1, Math.round(old * times)));
    }

    private static @Nullable String mood(MusicChange change, Map<String, Object> found, @Nullable String old) {
        return change.mood() == null ? text(found, "mood", old) : change.mood();
    }

    private static @Nullable String text(Map<String, Object> found, String name, @Nullable String old) {
        return found.get(name) instanceof String text ? text : old;
    }

    private static @Nullable Integer number(Map<String, Object> found, String name, @Nullable Integer old) {
        return found.get(name) instanceof Integer number ? number : old;
    }
}
