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

/// Chords and bass under the voice, thinner in the intro, fuller in the chorus.
final class Band {
    private static final int LOWEST = 33, BASS = 88;

    private final Key key;
    private final Metre metre;
    private final Style style;
    private final Groove groove;
    private final Accompaniment chords;
    private final List<Note> bass = new ArrayList<>();

    Band(SongPlan plan, Groove groove) {
        key = plan.music().key();
        metre = plan.music().metre();
        style = plan.music().style();
        this.groove = groove;
        chords = new Accompaniment(key, metre);
    }

    Band play(List<Section> sections) {
        int bar = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            for (int j = 0; j < section.bars(); j++) {
                boolean last = i == sections.size() - 1 && j == section.bars() - 1;
                Chord chord = section.chords().get(j).chord();
                int from = (bar + j) * metre.steps();
                chords.play(last ? Figure.HELD : figure(section.role()), from, from + metre.steps(), chord, last);
                if (last) {
                    bass(from, metre.steps() - 1, root(chord), BASS);
                } else {
                    bar(from, chord, groove.bar("bass", section.role().energy()));
                }
            }
            bar += section.bars();
        }
        return this;
    }

    List<Note> chords() {
        return chords.chords();
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

    private void bar(int from, Chord chord, String steps) {
        for (int at = 0; at < steps.length(); at++) {
            char tone = steps.charAt(at);
            if (tone == '-' || tone == '.') {
                continue;
            }
            int length = 1;
            while (at + length < steps.length() && steps.charAt(at + length) == '-') {
                length++;
            }
            int root = root(chord);
            int pitch = switch (tone) {
                case '8' -> root + 12;
                case '5' -> above(root, chord, 2);
                case '3' -> above(root, chord, 1);
                default -> root;
            };
            bass(from + at, length, pitch, at == 0 ? BASS + 6 : BASS - 4);
        }
    }

    private static int above(int root, Chord chord, int tone) {
        int interval = Math.floorMod(chord.tones().get(tone) - chord.root(), 12);
        return root + interval - (root + interval > 50 ? 12 : 0);
    }

    private int root(Chord chord) {
        return LOWEST + Math.floorMod(key.pitchClass() + chord.root() - LOWEST, 12);
    }

    private void bass(int at, int length, int pitch, int velocity) {
        bass.add(new Note(at * Score.STEP, length * Score.STEP, pitch, velocity));
    }
}
