package atelier.audio.notation;

import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The melody of a score as a reader sees it: bar by bar, in lengths a single sign can have, tied where one is not enough.
///
/// @param bars every bar filled to its end
record Notation(Score score, List<Bar> bars) {
    private static final int[] LENGTHS = {32, 24, 16, 12, 8, 6, 4, 3, 2, 1};
    private static final int REST = -1;

    Notation {
        bars = List.copyOf(bars);
    }

    /// @param signs  notes and rests, by start
    /// @param chords names, by semiquaver of the bar
    /// @param form   the section that begins here; null mostly
    record Bar(List<Sign> signs, Map<Integer, String> chords, @Nullable String form) {
        Bar {
            signs = List.copyOf(signs);
            chords = Map.copyOf(chords);
        }
    }

    /// @param at    semiquaver of the bar
    /// @param steps length in semiquavers, one of those a single sign can have
    /// @param pitch MIDI number, negative for a rest
    /// @param tied  whether it continues the sign before
    /// @param ties  whether the next continues it
    /// @param lyric sung to it
    /// @param held  what of the sign before is still sung to it
    /// @param holds whether the next still sings what this one does
    record Sign(int at, int steps, int pitch, boolean tied, boolean ties, Score.@Nullable Lyric lyric, Held held,
            boolean holds) {
        Sign(int at, int steps, int pitch, boolean tied, boolean ties, Score.@Nullable Lyric lyric) {
            this(at, steps, pitch, tied, ties, lyric, Held.NOTHING, false);
        }

        boolean rest() {
            return pitch < 0;
        }

        int end() {
            return at + steps;
        }

        boolean dotted() {
            return steps % 3 == 0;
        }

        /// The length without its dot.
        int plain() {
            return dotted() ? steps / 3 * 2 : steps;
        }
    }

    /// What is sung on over notes without a syllable of their own.
    enum Held {
        NOTHING,
        /// A syllable whose word goes on.
        SYLLABLE,
        /// The last syllable of a word.
        WORD
    }

    static Notation of(Score score) {
        int barTicks = score.metre().ticks();
        List<List<Sign>> bars = new ArrayList<>();
        for (int i = 0; i < score.bars(); i++) {
            bars.add(new ArrayList<>());
        }
        Map<Integer, Score.Lyric> lyrics = new HashMap<>();
        score.lyrics().forEach(lyric -> lyrics.put(lyric.tick(), lyric));
        int now = 0;
        for (Note note : score.parts().getFirst().notes()) {
            fill(bars, score.metre(), now / Score.STEP, note.start() / Score.STEP, REST, null);
            fill(bars, score.metre(), note.start() / Score.STEP, note.end() / Score.STEP, note.pitch(),
                    lyrics.get(note.start()));
            now = note.end();
        }
        fill(bars, score.metre(), now / Score.STEP, score.bars() * barTicks / Score.STEP, REST, null);
        hold(bars);
        List<Bar> written = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            written.add(new Bar(bars.get(i), chords(score, i * barTicks), form(score, i * barTicks)));
        }
        return new Notation(score, written);
    }

    private static Map<Integer, String> chords(Score score, int from) {
        Map<Integer, String> chords = new HashMap<>();
        score.chords().stream().filter(mark -> mark.tick() >= from && mark.tick() < from + score.metre().ticks())
                .forEach(mark -> chords.put((mark.tick() - from) / Score.STEP, mark.text()));
        return chords;
    }

    private static @Nullable String form(Score score, int from) {
        return score.forms().stream().filter(mark -> mark.tick() == from).map(Score.Mark::text).findFirst()
                .orElse(null);
    }

    private static void fill(List<List<Sign>> bars, Metre metre, int from, int until, int pitch,
            Score.@Nullable Lyric lyric) {
        int at = from;
        while (at < until) {
            int place = at % metre.steps();
            int length = length(metre, place, Math.min(until - at, metre.steps() - place), pitch == REST);
            bars.get(at / metre.steps()).add(new Sign(place, length, pitch, pitch != REST && at > from,
                    pitch != REST && at + length < until, at == from ? lyric : null));
            at += length;
        }
    }

    // Seen from the first note on, then from the last back.
    private static void hold(List<List<Sign>> bars) {
        Held sung = Held.NOTHING;
        for (List<Sign> bar : bars) {
            for (int i = 0; i < bar.size(); i++) {
                Sign it = bar.get(i);
                Score.Lyric lyric = it.lyric();
                if (it.rest()) {
                    sung = Held.NOTHING;
                } else if (lyric != null) {
                    sung = lyric.joins() ? Held.SYLLABLE : Held.WORD;
                } else {
                    bar.set(i, new Sign(it.at(), it.steps(), it.pitch(), it.tied(), it.ties(), null, sung, false));
                }
            }
        }
        boolean next = false;
        for (List<Sign> bar : bars.reversed()) {
            for (int i = bar.size() - 1; i >= 0; i--) {
                Sign it = bar.get(i);
                bar.set(i,
                        new Sign(it.at(), it.steps(), it.pitch(), it.tied(), it.ties(), it.lyric(), it.held(), next));
                next = it.held() != Held.NOTHING;
            }
        }
    }

    // The longest sign from here that does not hide the beat.
    private static int length(Metre metre, int at, int most, boolean rest) {
        int beat = 0;
        int next = 0;
        for (int group : metre.groups()) {
            beat = next;
            next += group;
            if (next > at) {
                break;
            }
        }
        boolean onBeat = beat == at;
        for (int length : LENGTHS) {
            boolean within = at + length <= next;
            boolean whole = onBeat && (!rest || at == 0 || (!metre.compound() && at % 8 == 0)) && plain(metre, length);
            boolean over = !rest && !metre.compound() && length == 4 && at % 4 == 2
                    && at / 8 == (at + length - 1) / 8;
            if (length <= most && (within || whole || over)) {
                return length;
            }
        }
        return 1;
    }

    private static boolean plain(Metre metre, int length) {
        return metre.compound() ? length % 6 == 0 || length == 24 : length % 4 == 0 || length == 6;
    }
}
