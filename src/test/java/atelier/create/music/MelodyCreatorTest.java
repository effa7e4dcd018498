package atelier.create.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.MidiReading;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.generation.Cancellation;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MelodyCreatorTest {
    private static final MusicBrief SHORT = brief("D", "minor", 120, "4/4", 4, null);

    private static MusicBrief brief(String key, String scale, int tempo, String metre, int bars, @Nullable Long seed) {
        return new MusicBrief(key, scale, tempo, metre, bars, null, null, null, null, seed);
    }

    private static Creation create(MusicBrief brief, long seed) {
        return create(brief, seed, line -> {}, new Cancellation());
    }

    private static Creation create(MusicBrief brief, long seed, Consumer<String> onText, Cancellation cancellation) {
        return new MelodyCreator().create(new Intent.ComposeMelody("a melody", brief),
                new Workbench(List.of(), List.of(), Terms.of(null, null, false), seed, onText, cancellation));
    }

    @Test
    void sameSeedGivesTheSameBytes() {
        Creation one = create(SHORT, 42);
        Creation other = create(SHORT, 42);
        for (int i = 0; i < 3; i++) {
            assertThat(other.files().get(i).content()).isEqualTo(one.files().get(i).content());
        }
        assertThat(other.text()).isEqualTo(one.text());
    }

    @Test
    void anotherSeedGivesAnotherMelodyAndTheBriefsSeedWins() {
        Creation one = create(SHORT, 42);
        assertThat(midi(create(SHORT, 43)).melody()).isNotEqualTo(midi(one).melody());
        assertThat(midi(create(brief("D", "minor", 120, "4/4", 4, 42L), 7)).melody()).isEqualTo(midi(one).melody());
    }

    @Test
    void filesArePlayableSoundNotesAndAPicture() throws IOException {
        Creation creation = create(SHORT, 42);
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("melody-in-d-minor.mid",
                "melody-in-d-minor.ogg", "melody-in-d-minor.png");
        assertThat(creation.files()).extracting(Artifact::mediaType).containsExactly("audio/midi", "audio/ogg",
                "image/png");
        Sound sound = OggOpus.decode(creation.files().get(1).content());
        assertThat(sound.frames()).as("four bars of two seconds").isEqualTo(8 * 48_000);
        assertThat(sound.level()).isGreaterThan(-30);
        assertThat(ImageIO.read(new ByteArrayInputStream(creation.files().get(2).content())).getWidth())
                .isEqualTo(1600);
        assertThat(creation.maker()).isEqualTo("the built-in composer");
        assertThat(creation.answeredBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"C,major,120,4/4,4", "Bb,minor,96,3/4,3", "F#,harmonic-minor,140,6/8,5", "E,blues,200,4/4,12",
            "A,lydian,160,7/8,6", "Db,major,300,2/4,1"})
    void everyCheckPassesAndTheTextSaysWhatItIs(String key, String scale, int tempo, String metre, int bars) {
        Creation creation = create(brief(key, scale, tempo, metre, bars, null), 9);
        assertThat(creation.checks()).allMatch(Check::passed, "passed");
        assertThat(creation.checks()).extracting(Check::name).contains("key", "bars", "length", "sound", "peak");
        assertThat(creation.text()).contains("Key " + key, tempo + " BPM", metre, "`seed 9`", "Chords:", "Form:")
                .hasSizeLessThan(1500);
    }

    @ParameterizedTest
    @CsvSource({"C,0,-3", "G,1,-2", "D,2,-1", "A,3,0", "E,4,1", "B,5,2", "F#,6,3", "C#,7,4", "Gb,-6,", "Db,-5,",
            "Ab,-4,-7", "Eb,-3,-6", "Bb,-2,-5", "F,-1,-4", "Cb,-7,", "G#,,5", "D#,,6", "A#,,7"})
    void everyKeyAndMetreIsWrittenAsAsked(String key, @Nullable Integer major, @Nullable Integer minor) {
        for (String metre : List.of("4/4", "3/4", "6/8", "2/4", "5/4", "7/8")) {
            check(key, "major", metre, major);
            check(key, "minor", metre, minor);
        }
    }

    // Composed and written only: the sound of hundreds would take minutes.
    private static void check(String key, String scale, String metre, @Nullable Integer signature) {
        if (signature == null) {
            return;
        }
        Plan plan = Planner.plan(brief(key, scale, 90, metre, 5, null), 3);
        Metre asked = plan.metre();
        var read = MidiReading.of(MidiFile.of(Composer.compose(plan).score()));
        assertThat(read.signature()).isEqualTo(signature);
        assertThat(read.minor()).isEqualTo(scale.equals("minor"));
        assertThat(read.metre()).isEqualTo(metre);
        assertThat(read.tempo()).isEqualTo(Math.round(60e6 / 90 * (metre.equals("6/8") ? 2 / 3.0 : 1)));
        assertThat(read.ticks()).isEqualTo(5L * asked.ticks());
        assertThat(read.trackNames()).contains("Melody", "Chords", "Bass");
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void absurdWishesAreAnsweredWithMusicAndSentences() {
        Creation creation = create(new MusicBrief("X", "nonsense", 9999, "13/0", 0, null, "💣", "?", null, null), 1);
        assertThat(creation.checks()).allMatch(Check::passed);
        assertThat(creation.text()).contains("not a key", "not a scale", "9999", "13/0", "0 bars");
    }

    @Test
    void progressIsSaidStageByStage() {
        var lines = new ArrayList<String>();
        create(SHORT, 1, lines::add, new Cancellation());
        assertThat(lines).containsExactly("🎵 ▸ Plan · Melody · Sound · Score", "🎵 ✓ Plan · ▸ Melody · Sound · Score",
                "🎵 ✓ Plan · ✓ Melody · ▸ Sound · Score", "🎵 ✓ Plan · ✓ Melody · ✓ Sound · ▸ Score");
    }

    @Test
    void theTuneIsPlayedByTheInstrumentAskedFor() throws Exception {
        Creation onViolin = create(SHORT.playedOn("violin"), 7);

        assertThat(onViolin.text()).contains("Tune: violin");
        assertThat(create(SHORT, 7).text()).doesNotContain("Tune:");
        var programs = new ArrayList<Integer>();
        for (var track : MidiSystem.getSequence(new ByteArrayInputStream(onViolin.files().getFirst().content()))
                .getTracks()) {
            for (var event = 0; event < track.size(); event++) {
                if (track.get(event).getMessage() instanceof ShortMessage said
                        && said.getCommand() == ShortMessage.PROGRAM_CHANGE && said.getChannel() == 0) {
                    programs.add(said.getData1());
                }
            }
        }
        assertThat(programs).containsExactly(40);
    }

    @Test
    void cancellationStopsBeforeTheNextStage() {
        var cancellation = new Cancellation();
        var lines = new ArrayList<String>();
        assertThatThrownBy(() -> create(SHORT, 1, line -> {
            lines.add(line);
            cancellation.cancel();
        }, cancellation)).isInstanceOf(CancellationException.class);
        assertThat(lines).containsExactly("🎵 ▸ Plan · Melody · Sound · Score");
    }

    private static MidiReading midi(Creation creation) {
        return MidiReading.of(creation.files().getFirst().content());
    }
}
