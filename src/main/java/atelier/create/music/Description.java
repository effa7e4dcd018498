package atelier.create.music;

import atelier.audio.score.Score;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said about a piece, in short Markdown.
final class Description {
    private static final int MOST_BARS_OF_CHORDS = 16;

    private Description() {}

    /// @param title as people read it
    static String of(String title, Plan plan, Composer.Piece piece, @Nullable String instrument, Phrases phrases) {
        Score score = piece.score();
        var lines = new ArrayList<String>();
        lines.add("**" + title + "**");
        lines.add("");
        lines.add("- " + phrases.say("music.facts", "key", MusicWords.key(score.key()), "tempo", score.tempo(), "beat",
                MusicWords.beat(score.metre(), phrases), "metre", score.metre().toString(), "bars",
                MusicWords.bars(score.bars()), "seconds", score.seconds()));
        if (instrument != null) {
            lines.add("- " + phrases.say("music.tune", "instrument", MusicWords.instrument(instrument)));
        }
        lines.add("- " + phrases.say("music.form", "form", piece.form().title()));
        lines.add("- " + phrases.say("music.chords", "chords", chords(score)));
        lines.add("- " + phrases.say("music.take", "seed", Long.toString(plan.seed())));
        if (!plan.remarks().isEmpty()) {
            lines.add("");
            plan.remarks().forEach(remark -> lines.add(remark.in(phrases)));
        }
        lines.add("");
        lines.add(phrases.say("music.next"));
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
