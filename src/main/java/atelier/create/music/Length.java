package atelier.create.music;

import atelier.audio.score.Metre;
import atelier.language.Sentence;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Settles tempo and number of bars, from whichever of tempo, bars and seconds are named.
final class Length {
    private static final int USUAL_BARS = 8;

    private final Metre metre;
    private final List<Sentence> remarks;
    private int tempo;
    private int bars = USUAL_BARS;

    /// @param natural the tempo where none is named
    Length(Metre metre, int natural, List<Sentence> remarks) {
        this.metre = metre;
        this.remarks = remarks;
        tempo = natural;
    }

    int tempo() {
        return tempo;
    }

    int bars() {
        return bars;
    }

    Length settle(@Nullable Integer wantedTempo, @Nullable Integer wantedBars, @Nullable Integer wantedSeconds) {
        if (wantedTempo != null) {
            tempo = within(wantedTempo, Planner.SLOWEST, Planner.FASTEST, "tempo");
        }
        if (wantedBars != null) {
            bars = within(wantedBars, 1, Planner.MOST_BARS, "bars");
        }
        if (wantedSeconds != null) {
            int seconds = within(wantedSeconds, 1, Planner.LONGEST, "seconds");
            fit(seconds, wantedTempo != null, wantedBars != null);
        }
        shorten();
        return this;
    }

    private int within(int wanted, int least, int most, String what) {
        int taken = Math.clamp(wanted, least, most);
        if (taken != wanted) {
            remarks.add(Sentence.of("music.outside." + what, "asked", Integer.toString(wanted), "least", least, "most",
                    most, "taken", taken));
        }
        return taken;
    }

    private void fit(int seconds, boolean tempoFixed, boolean barsFixed) {
        if (!barsFixed) {
            bars = tempoFixed
                    ? Math.clamp(Math.round(seconds / barSeconds(tempo)), 1, Planner.MOST_BARS)
                    : IntStream.rangeClosed(1, Planner.MOST_BARS).filter(n -> n < 4 || n % 4 == 0).boxed()
                            .min((a, b) -> Double.compare(strain(a, seconds), strain(b, seconds))).orElse(USUAL_BARS);
        }
        if (!tempoFixed) {
            tempo = Math.clamp(Math.round(exactTempo(bars, seconds)), Planner.SLOWEST, Planner.FASTEST);
        }
        while (!tempoFixed && bars * barSeconds(tempo) > Planner.LONGEST && tempo < Planner.FASTEST) {
            tempo++;
        }
        double length = bars * barSeconds(tempo);
        if (Math.abs(length - seconds) > Math.max(0.5, 0.02 * seconds)) {
            remarks.add(Sentence.of("music.nearest", "bars", MusicWords.bars(bars), "metre", metre.toString(), "tempo",
                    tempo, "length", length, "asked", seconds));
        }
    }

    // Pieces of eight bars and their multiples are the better shaped.
    private double strain(int count, int seconds) {
        double ratio = exactTempo(count, seconds) / tempo;
        return Math.max(ratio, 1 / ratio) * (count % 8 == 0 ? 1 : 1.08);
    }

    private double exactTempo(int count, int seconds) {
        return 60.0 * count * metre.steps() / metre.tap() / seconds;
    }

    private double barSeconds(int beatsAMinute) {
        return 60.0 * metre.steps() / metre.tap() / beatsAMinute;
    }

    private void shorten() {
        int most = (int) Math.max(1, Planner.LONGEST / barSeconds(tempo));
        if (bars > most) {
            remarks.add(Sentence.of("music.too-long", "bars", MusicWords.bars(bars), "metre", metre.toString(), "tempo",
                    tempo, "taken", MusicWords.bars(most)));
            bars = most;
        }
    }
}
