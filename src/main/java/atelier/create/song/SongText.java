package atelier.create.song;

import atelier.audio.score.Score;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said about a song, in short Markdown.
final class SongText {
    private static final int MOST_LINES = 14;

    private SongText() {}

    /// @param made who gave what
    static String of(SongPlan plan, Score score, String made, Arrangement arrangement, List<String> remarks) {
        var lines = new ArrayList<String>();
        lines.add("**" + plan.title() + "**");
        lines.add("");
        String beat = score.metre().tap() == 4 ? "" : " (" + score.metre().tapName() + ")";
        lines.add(String.format(Locale.ROOT, "- %s in %s · %d BPM%s · %s · %d bars · %d:%02d", plan.genre(),
                score.key().title(), score.tempo(), beat, score.metre(), score.bars(), (int) score.seconds() / 60,
                (int) score.seconds() % 60));
        lines.add("- Form: " + plan.sections().stream().map(section -> section.name() + " " + section.bars())
                .collect(Collectors.joining(" · ")));
        if (!arrangement.equals(Arrangement.NONE)) {
            lines.add("- Arrangement: " + arrangement.words());
        }
        lines.add("- Made of: " + made);
        lines.add("- Take: say `seed " + plan.music().seed() + "` to have this take again.");
        lines.add("");
        lines.addAll(arrangement.isInstrumental() ? chords(plan) : words(plan));
        if (!remarks.isEmpty()) {
            lines.add("");
            lines.addAll(remarks);
        }
        lines.add("");
        lines.add("Reply with what should change: \"slower\", \"up a tone\", \"in A minor\", \"as a waltz\", "
                + "\"another tune\", \"other words\", \"only the chorus\".");
        return String.join("\n", lines);
    }

    private static List<String> chords(SongPlan plan) {
        return plan.sections().stream().map(section -> "**" + section.name() + "** `"
                + LyricsSheet.chords(section, plan.music().key()) + "`").distinct().limit(MOST_LINES).toList();
    }

    // Each stanza once, while there is room; all of them are in the sheet.
    private static List<String> words(SongPlan plan) {
        Set<List<String>> said = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Section section : plan.sections()) {
            if (section.lyrics().isEmpty() || !said.add(section.lyrics())) {
                continue;
            }
            if (lines.size() + section.lyrics().size() > MOST_LINES) {
                lines.add("…");
                return lines;
            }
            lines.add("**" + section.name() + "** `" + LyricsSheet.chords(section, plan.music().key()) + "`");
            lines.addAll(section.lyrics().stream().map(line -> "> " + line).toList());
        }
        return lines;
    }
}
