package atelier.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Wishes for new music that cannot all be had, each with what is taken instead.
final class Clashes {
    private static final Lexicon PULSE = Lexicon.read("changes");
    private static final Pattern ABOUT = Pattern
            .compile("(?iu)(?<!\\p{L})(?:about|über|sobre|sur|про|об?)(?!\\p{L})|关于");
    private static final Double FAST = 1.25, SLOW = 0.8;
    private static final Set<String> GLAD = Set.of("happy", "cheerful", "joyful"), SAD = Set.of("sad", "melancholic",
            "dark");

    private Clashes() {}

    /// How much faster than usual the music is wanted to be ("a fast jig"); null where it is not said. What the music is about
    /// may be fast without it.
    static @Nullable Double pace(String clean) {
        var pulses = pulses(ABOUT.split(clean, 2)[0]);
        return pulses.size() != 1 ? null : pulses.contains("fast") ? FAST : SLOW;
    }

    private static Set<String> pulses(String clean) {
        var pulses = new TreeSet<String>();
        PULSE.find(Words.tokens(clean)).stream().filter(hit -> hit.concept().equals("pulse"))
                .forEach(hit -> pulses.add(hit.value()));
        return pulses;
    }

    static List<String> in(String clean, Findings findings, boolean hasTempo) {
        var notes = new ArrayList<String>();
        if (pulses(clean).size() > 1 && !hasTempo) {
            notes.add(Notes.of("music.note.fast-slow"));
        }
        var moods = findings.all("mood").stream().map(Lexicon.Hit::value).distinct().toList();
        if (moods.stream().anyMatch(GLAD::contains) && moods.stream().anyMatch(SAD::contains)) {
            notes.add(Notes.moods(moods.get(0), moods.get(1)));
        }
        var keys = Keys.named(findings);
        if (keys.size() > 1) {
            notes.add(Notes.keys(keys));
        }
        return notes;
    }
}
