package atelier.create.music;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Note;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import atelier.intent.MusicBrief;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {
    private static Plan plan(String key, Scale scale, String metre, int bars, long seed) {
        return Planner.plan(new MusicBrief(key, scale.title(), null, metre, bars, null, null, null, null, null), seed);
    }

    private static List<Note> melody(Plan plan) {
        return Composer.compose(plan).score().parts().getFirst().notes();
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void everyNoteBelongsToTheScaleAndTheLastIsTheTonic(Scale scale) {
        for (long seed = 0; seed < 20; seed++) {
            Plan plan = plan("Eb", scale, "4/4", 8, seed);
            List<Note> notes = melody(plan);
            assertThat(notes).allMatch(note -> plan.key().contains(note.pitch()));
            assertThat(notes.getLast().pitch() % 12).isEqualTo(plan.key().pitchClass());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/4", "3/4", "6/8", "2/4", "5/4", "7/8", "9/8", "12/8", "2/2", "3/8", "5/8", "1/4", "1/8",
            "11/8", "3/16", "7/16", "15/16", "3/2", "16/8"})
    void everyBarSumsInEveryMetreAndLength(String metre) {
        for (int bars = 1; bars <= 34; bars++) {
            Plan plan = plan("G", Scale.MINOR, metre, bars, bars);
            Score score = Composer.compose(plan).score();
            Metre asked = score.metre();
            assertThat(asked).hasToString(metre);
            assertThat(score.bars()).isEqualTo(bars);
            int end = 0;
            for (Note note : score.parts().getFirst().notes()) {
                assertThat(note.start()).isGreaterThanOrEqualTo(end);
                assertThat(note.start() / asked.ticks()).isEqualTo((note.end() - 1) / asked.ticks());
                end = note.end();
            }
            assertThat(end).as("sounds in the last bar").isGreaterThan((bars - 1) * asked.ticks());
        }
    }

    @Test
    void anotherKeyIsTheSameTuneTransposed() {
        List<Note> inC = melody(plan("C", Scale.MAJOR, "4/4", 16, 5));
        List<Note> inE = melody(plan("E", Scale.MAJOR, "4/4", 16, 5));
        assertThat(inE).isEqualTo(inC.stream()
                .map(note -> new Note(note.start(), note.length(), note.pitch() + 4, note.velocity())).toList());
    }

    @Test
    void firstLineComesBackAndTheMiddleRestsOnAnotherChordThanTheEnd() {
        Plan plan = plan("C", Scale.MAJOR, "4/4", 8, 7);
        var piece = Composer.compose(plan);
        assertThat(piece.form().lines().get(1).ending()).isEqualTo(Form.Ending.HALF);
        var changes = new Changes(plan, piece.form());
        assertThat(changes.at(3, 0).name(new Key(0, Scale.MAJOR))).isEqualTo("G");
        assertThat(changes.at(7, 0).name(new Key(0, Scale.MAJOR))).isEqualTo("C");
        for (Form.Line line : piece.form().lines()) {
            if (line.letter() == 'a' && line.from() > 0 && line.ending() == Form.Ending.OPEN) {
                assertThat(pitches(piece, line.from())).isEqualTo(pitches(piece, 0));
            }
        }
    }

    @Test
    void everyLineLeavesRoomToBreathe() {
        for (long seed = 0; seed < 20; seed++) {
            List<Note> notes = melody(plan("C", Scale.MAJOR, "4/4", 8, seed));
            for (int bar = 4; bar <= 8; bar += 4) {
                int end = bar * 1920;
                assertThat(notes.stream().filter(note -> note.end() <= end).mapToInt(Note::end).max().orElseThrow())
                        .isLessThan(end);
            }
        }
    }

    private static List<Integer> pitches(Composer.Piece piece, int fromBar) {
        return piece.score().parts().getFirst().notes().stream()
                .filter(note -> note.start() / 1920 >= fromBar && note.start() / 1920 < fromBar + 2).map(Note::pitch)
                .toList();
    }
}
