package atelier.create.song;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.music.Accompaniment;
import atelier.create.music.Chord;
import atelier.create.music.Style;
import atelier.create.music.Style.Figure;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import java.util.ArrayList;
import java.util.List;

/// Chords and bass under the voice, thinner and softer in the intro, fuller and louder in the chorus.
final class Band {
    private static final int BASS = 86;
    // Of what a verse has; the many short chords of a chorus need more than its bass.
    private static final double[] LOUDNESS = {0.86, 1, 1.25}, BASS_LOUDNESS = {0.86, 1, 1.13};

    private final Metre metre;
    private final Style style;
    private final Groove groove;
    private final Accompaniment accompaniment;
    private final BassLine line;
    private final List<Note> chords = new ArrayList<>();
    private final List<Note> bass = new ArrayList<>();

    Band(SongPlan plan, Groove groove) {
        Key key = plan.music().key();
        metre = plan.music().metre();
        style = plan.music().style();
        this.groove = groove;
        accompaniment = new Accompaniment(key, metre);
        line = new BassLine(key, plan.genre());
    }

    Band play(List<Section> sections) {
        List<Chord> all = sections.stream().flatMap(it -> it.chords().stream()).map(Numeral::chord).toList();
        int bar = 0;
        for (Section section : sections) {
            double loudness = LOUDNESS[section.role().energy()];
            double low = BASS_LOUDNESS[section.role().energy()];
            for (int j = 0; j < section.bars(); j++, bar++) {
                boolean last = bar == all.size() - 1;
                Chord chord = all.get(bar);
                int from = bar * metre.steps();
                int before = accompaniment.chords().size();
                accompaniment.play(last ? Figure.HELD : figure(section.role()), from, from + metre.steps(), chord,
                        last);
                accompaniment.chords().subList(before, accompaniment.chords().size())
                        .forEach(note -> chords.add(at(note, loudness)));
                if (last) {
                    bass(from, metre.steps() - 1, line.root(chord), BASS * low);
                } else {
                    bass(from, chord, all.get(bar + 1), groove.bar("bass", section.role().energy()), low);
                }
            }
        }
        return this;
    }

    List<Note> chords() {
        return chords;
    }

    List<Note> bass() {
        return bass;
    }

    private Figure figure(Role role) {
        Figure own = style.figure();
        return switch (role.energy()) {
            case 0 -> own == Figure.OOMPAH || own == Figure.BROKEN ? own : Figure.HELD;
            case 1 -> own == Figure.PULSE ? Figure.BROKEN : own;
            default -> own == Figure.HELD ? Figure.PULSE : own;
        };
    }

    private void bass(int from, Chord chord, Chord next, String steps, double loudness) {
        int last = BassLine.lastOnset(steps);
        for (int at = 0; at < steps.length(); at++) {
            char tone = steps.charAt(at);
            if (tone == '-' || tone == '.') {
                continue;
            }
            int length = 1;
            while (at + length < steps.length() && steps.charAt(at + length) == '-') {
                length++;
            }
            boolean leads = at == last && at >= steps.length() - 4 && at > 0 && chord.root() != next.root();
            int pitch = leads ? line.approach(chord, next) : line.pitch(tone, chord);
            bass(from + at, length, pitch, (at == 0 ? BASS + 6 : BASS - 4) * loudness);
        }
    }

    private static Note at(Note note, double loudness) {
        return new Note(note.start(), note.length(), note.pitch(), (int) Math.min(118, note.velocity() * loudness));
    }

    private void bass(int at, int length, int pitch, double velocity) {
        bass.add(new Note(at * Score.STEP, length * Score.STEP, pitch, (int) Math.min(118, velocity)));
    }
}
