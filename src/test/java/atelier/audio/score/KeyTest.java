package atelier.audio.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
    @ParameterizedTest
    @CsvSource({"C,major,0", "G,major,1", "F,major,-1", "F#,major,6", "Gb,major,-6", "Cb,major,-7", "C#,major,7",
            "A,minor,0", "E,minor,1", "Eb,minor,-6", "D#,minor,6", "G#,minor,5", "Ab,minor,-7", "D,dorian,0",
            "E,phrygian,0", "F,lydian,0", "G,mixolydian,0", "B,locrian,0", "A,blues,0", "A,pentatonic-minor,0",
            "G#,major,-4", "Db,minor,4", "e flat,harmonic-minor,-6", "B♭,major,-2"})
    void signatureIsTheOneInTheBooks(String tonic, String scale, int signature) {
        var key = new Key(Key.tonic(tonic).orElseThrow(), Scale.named(scale).orElseThrow());
        assertThat(key.signature()).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({"C,major,1,C#", "Eb,major,8,Ab", "A,minor,8,G#", "C,minor,11,B", "F#,major,5,E#", "Gb,major,11,Cb",
            "E,major,3,D#", "D,minor,10,Bb", "D,minor,1,C#"})
    void notesAreSpeltAsTheKeyWants(String tonic, String scale, int pitchClass, String name) {
        var key = new Key(Key.tonic(tonic).orElseThrow(), Scale.named(scale).orElseThrow());
        assertThat(key.spell(pitchClass)).isEqualTo(name);
    }

    @Test
    void whatIsNoNoteIsNoTonic() {
        assertThat(Key.tonic("H")).isEmpty();
        assertThat(Key.tonic("")).isEmpty();
        assertThat(Key.tonic("C########")).isEmpty();
        assertThat(Key.tonic("Am")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4,4,'4, 4, 4, 4'", "3,4,'4, 4, 4'", "6,8,'6, 6'", "7,8,'4, 4, 6'", "5,8,'4, 6'", "5,4,'4, 4, 4, 4, 4'",
            "9,8,'6, 6, 6'",
            "12,8,'6, 6, 6, 6'", "3,8,'6'", "2,2,'4, 4, 4, 4'", "2,4,'4, 4'"})
    void barFallsIntoItsGroups(int beats, int unit, String groups) {
        assertThat(new Metre(beats, unit).groups().toString()).isEqualTo("[" + groups + "]");
    }

    @Test
    void everyWritableMetresGroupsFillItsBar() {
        for (int beats = 0; beats < 20; beats++) {
            for (int unit = 0; unit < 20; unit++) {
                if (Metre.writable(beats, unit)) {
                    var metre = new Metre(beats, unit);
                    assertThat(metre.groups().stream().mapToInt(Integer::intValue).sum()).as("%s", metre)
                            .isEqualTo(metre.steps());
                }
            }
        }
    }
}
