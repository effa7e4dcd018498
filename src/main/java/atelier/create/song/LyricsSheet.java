package atelier.create.song;

import atelier.audio.score.Key;
import atelier.create.music.MusicWords;
import atelier.create.song.SongPlan.Section;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/// The words with the chords of each section, to print or to sing from.
final class LyricsSheet {
    private LyricsSheet() {}

    static String of(SongPlan plan, Phrases phrases) {
        Key key = plan.music().key();
        List<String> lines = new ArrayList<>();
        lines.add(plan.title());
        lines.add("");
        lines.add(phrases.say("song.sheet", "key", MusicWords.key(key), "tempo", plan.music().tempo(), "metre",
                plan.music().metre().toString(), "words", SongWords.writer(plan.wordsBy())));
        for (Section section : plan.sections()) {
            lines.add("");
            lines.add("[" + section.name() + "]  " + chords(section, key));
            lines.addAll(section.lyrics());
        }
        return String.join("\n", lines) + "\n";
    }

    /// Such as `G D Em C ×2`.
    static String chords(Section section, Key key) {
        List<String> names = section.chords().stream().map(numeral -> numeral.chord().name(key)).toList();
        int bars = names.size();
        for (int loop = 1; loop <= bars / 2; loop++) {
            boolean repeats = bars % loop == 0;
            for (int i = loop; repeats && i < bars; i++) {
                repeats = names.get(i).equals(names.get(i - loop));
            }
            if (repeats) {
                return String.join(" ", names.subList(0, loop)) + " ×" + bars / loop;
            }
        }
        return String.join(" ", names);
    }
}
