package atelier.create.song;

import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;

/// How much of a song's plan a model gave and the checks let stand.
///
/// @param hooks    bars of tune taken
/// @param hooksAll bars of tune the model offered
record Share(boolean title, int chords, int chordsAll, int lines, int linesAll, int hooks, int hooksAll) {
    static final Share NONE = new Share(false, 0, 0, 0, 0, 0, 0);

    boolean isNothing() {
        return !title && chords == 0 && lines == 0 && hooks == 0;
    }

    /// Such as `title, chords of 7 of 8 sections, 22 lines of lyrics and 3 of 4 hook bars by My Gemma; the rest by the
    /// built-in songwriter`.
    String words(String model, Phrases phrases) {
        List<String> parts = new ArrayList<>();
        if (title) {
            parts.add(phrases.say("song.share.title"));
        }
        if (chords > 0) {
            parts.add(of("song.share.chords", chords, chordsAll, phrases));
        }
        if (lines > 0) {
            parts.add(of("song.share.lines", lines, linesAll, phrases));
        }
        if (hooksAll > 0) {
            parts.add(of("song.share.hooks", hooks, hooksAll, phrases));
        }
        var songwriter = Sentence.of("song.by.songwriter");
        return parts.isEmpty()
                ? phrases.say("song.share.none", "model", model, "songwriter", songwriter)
                : phrases.say("song.share.some", "parts", String.join(", ", parts), "model", model, "songwriter",
                        songwriter);
    }

    private static String of(String what, int taken, int all, Phrases phrases) {
        return phrases.say(what, "taken", taken, "count", all, "all", taken == all ? "yes" : "no");
    }
}
