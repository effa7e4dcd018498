package atelier.create.music;

import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is said about a piece, in short Markdown.
final class Description {
    private static final int MOST_BARS_OF_CHORDS = 16;

    private Description() {}

    static String of(Plan plan, Composer.Piece piece, @Nullable String instrument) {
        Score score = piece.score();
        var lines = new ArrayList<String>();
        lines.add("**" + score.title() + "**");
        lines.add("");
        String beat = score.metre().tap() == 4 ? "" : " (" + score.metre().tapName() + ")";
        lines.add(String.format(Locale.ROOT, "- Key %s · %d BPM%s · %s · %s · %.1f s", score.key().title(),
                score.tempo(), beat, score.metre(), score.bars() == 1 ? "1 bar" : score.bars() + " bars",
                score.seconds()));
        if (instrument != null) {
            lines.add("- Tune: " + instrument);
        }
        lines.add("- Form: " + piece.form().title());
        lines.add("- Chords: " + chords(score));
        lines.add("- Take: say `seed " + plan.seed() + "` to have this take again.");
        if (!plan.remarks().isEmpty()) {
            lines.add("");
            lines.addAll(plan.remarks());
        }
        lines.add("");
        lines.add("Say \"another take\" for a new tune with the same wishes, or name what should change: \"slower\", "
                + "\"in minor\", \"16 bars\". The MIDI file opens in any music program, with chords and form marked.");
        return String.join("\n", lines);
    }

    // Bar by bar, as on a lead sheet; `%` repeats the bar before.
    private static String chords(Score score) {
        int ticks = score.metre().ticks();
        var bars = new ArrayList<String>();
        for (int bar = 0; bar < Math.min(score.bars(), MOST_BARS_OF_CHORDS); bar++) {
            int from = bar * ticks;
            List<String> names = score.chords().stream()
                    .filter(mark -> mark.tick() >= from && mark.tick() < from + ticks)
                    .map(Score.Mark::text).toList();
            bars.add(names.isEmpty() ? "%" : String.join(" ", names));
        }
        return "`" + String.join(" | ", bars) + (score.bars() > MOST_BARS_OF_CHORDS ? " | …" : "") + "`";
    }
}
