package atelier.audio.notation;

import static java.nio.charset.StandardCharsets.UTF_8;

import atelier.audio.notation.Notation.Bar;
import atelier.audio.notation.Notation.Sign;
import atelier.audio.score.Key;
import atelier.audio.score.Score;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The melody of a score in ABC notation 2.1, with chords and words.
public final class Abc {
    private static final int BARS_A_LINE = 4;

    private final Score score;
    private final StringBuilder abc = new StringBuilder();

    private Abc(Score score) {
        this.score = score;
    }

    /// The file, in UTF-8.
    public static byte[] of(Score score) {
        return new Abc(score).written().getBytes(UTF_8);
    }

    private String written() {
        int tap = score.metre().tap();
        String beat = tap % 3 == 0 ? "3/" + (16 / (tap / 3)) : "1/" + 16 / tap;
        abc.append("%abc-2.1\nX:1\nT:").append(line(score.title())).append("\nM:").append(score.metre())
                .append("\nL:1/16\nQ:").append(beat).append('=').append(score.tempo()).append("\nK:").append(key())
                .append('\n');
        Notation notation = Notation.of(score);
        for (int from = 0; from < notation.bars().size(); from += BARS_A_LINE) {
            staff(notation, from, Math.min(notation.bars().size(), from + BARS_A_LINE));
        }
        return abc.toString();
    }

    private String key() {
        Key key = score.key();
        String mode = switch (key.scale()) {
            case DORIAN, PHRYGIAN, LYDIAN, MIXOLYDIAN, LOCRIAN ->
                key.scale().name().substring(0, 3).toLowerCase(Locale.ROOT);
            case MAJOR, MAJOR_PENTATONIC -> "";
            case MINOR, HARMONIC_MINOR, MELODIC_MINOR, MINOR_PENTATONIC, BLUES -> "min";
        };
        return key.tonicName() + mode;
    }

    private void staff(Notation notation, int from, int until) {
        var words = new StringBuilder();
        for (int i = from; i < until; i++) {
            Bar bar = notation.bars().get(i);
            if (bar.form() != null) {
                abc.append("\"^").append(line(bar.form())).append('"');
            }
            Set<Character> marked = new HashSet<>();
            for (Sign sign : bar.signs()) {
                bar.chords().entrySet().stream().filter(it -> it.getKey() >= sign.at() && it.getKey() < sign.end())
                        .map(Map.Entry::getValue).findFirst()
                        .ifPresent(name -> abc.append('"').append(name).append('"'));
                sign(sign, marked);
                word(words, sign);
            }
            abc.append(i == notation.bars().size() - 1 ? "|]" : "|");
        }
        abc.append('\n');
        if (!words.isEmpty()) {
            abc.append("w: ").append(words.toString().strip()).append('\n');
        }
    }

    private void sign(Sign sign, Set<Character> marked) {
        if (sign.rest()) {
            abc.append('z');
        } else {
            Spelling it = Spelling.of(sign.pitch(), score.key());
            // Whether a sign counts for other octaves too, programs do not agree: after the first each note has its own.
            if (marked.contains(it.letter()) || it.alter() != Spelling.signed(it.letter(), score.key().signature())) {
                abc.append(it.alter() == 0 ? "=" : it.alter() > 0 ? "^".repeat(it.alter()) : "_".repeat(-it.alter()));
                marked.add(it.letter());
            }
            boolean high = it.octave() >= 5;
            abc.append(high ? Character.toLowerCase(it.letter()) : it.letter())
                    .append(high ? "'".repeat(it.octave() - 5) : ",".repeat(4 - it.octave()));
        }
        abc.append(sign.steps() == 1 ? "" : "" + sign.steps()).append(sign.ties() ? "-" : "").append(' ');
    }

    private static void word(StringBuilder words, Sign sign) {
        Score.Lyric lyric = sign.lyric();
        if (lyric != null) {
            words.append(line(lyric.text()).replace("-", "\\-").replace("_", " ").replace("*", " ").replace("~", " ")
                    .strip().replace(' ', '~')).append(lyric.joins() ? "-" : " ");
        } else if (sign.tied() || sign.held() != Notation.Held.NOTHING) {
            words.append("_ ");
        } else if (!sign.rest()) {
            words.append("* ");
        }
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\"%|\\\\]", " ").strip();
    }
}
