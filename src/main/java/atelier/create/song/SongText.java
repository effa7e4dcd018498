package atelier.create.song;

import atelier.audio.score.Score;
import atelier.create.music.MusicWords;
import atelier.create.song.SongPlan.Section;
import atelier.language.Phrases;
import atelier.language.Sentence;
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

    /// @param made    who gave what
    /// @param remarks said under it
    static String of(SongPlan plan, Score score, String made, Arrangement arrangement, List<String> remarks,
            Phrases phrases) {
        var lines = new ArrayList<String>();
        lines.add("**" + plan.title() + "**");
        lines.add("");
        lines.add(facts(plan, score, made, arrangement, phrases));
        lines.add("- " + phrases.say("music.take", "seed", Long.toString(plan.music().seed())));
        lines.add("");
        lines.addAll(arrangement.isInstrumental() ? chords(plan, phrases) : words(plan, phrases));
        if (!remarks.isEmpty()) {
            lines.add("");
            lines.addAll(remarks);
        }
        lines.add("");
        lines.add(phrases.say("song.next"));
        return String.join("\n", lines);
    }

    /// What it is like, without how to change it.
    static String facts(SongPlan plan, Score score, String made, Arrangement arrangement, Phrases phrases) {
        var lines = new ArrayList<String>();
        lines.add(phrases.say("song.facts", "genre", MusicWords.genre(plan.genre()), "key",
                MusicWords.key(score.key()), "tempo", score.tempo(), "beat",
                MusicWords.beat(score.metre(), phrases), "metre", score.metre().toString(), "bars",
                Sentence.of("song.bars", "bars", score.bars()), "length",
                String.format(Locale.ROOT, "%d:%02d", (int) score.seconds() / 60, (int) score.seconds() % 60)));
        lines.add(phrases.say("music.form", "form",
                plan.sections().stream().map(section -> SongWords.section(section, phrases) + " " + section.bars())
                        .collect(Collectors.joining(" · "))));
        if (!arrangement.equals(Arrangement.NONE)) {
            lines.add(phrases.say("song.arrangement", "words", arrangement.words(phrases)));
        }
        lines.add(phrases.say("song.made", "made", made));
        return lines.stream().map("- "::concat).collect(Collectors.joining("\n"));
    }

    private static List<String> chords(SongPlan plan, Phrases phrases) {
        return plan.sections().stream().map(section -> heading(section, plan, phrases)).distinct().limit(MOST_LINES)
                .toList();
    }

    private static String heading(Section section, SongPlan plan, Phrases phrases) {
        return "**" + SongWords.section(section, phrases) + "** `" + LyricsSheet.chords(section, plan.music().key())
                + "`";
    }

    // Each stanza once, while there is room; all of them are in the sheet.
    private static List<String> words(SongPlan plan, Phrases phrases) {
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
            lines.add(heading(section, plan, phrases));
            lines.addAll(section.lyrics().stream().map(line -> "> " + line).toList());
        }
        return lines;
    }
}
