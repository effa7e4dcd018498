package atelier.create.music;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.audio.SoundBank;
import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import atelier.create.Check;
import atelier.language.Language;
import atelier.language.Phrases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {
    // Four bars, loud and dense enough to drive the synthesizer's own limiter, were it not kept out of the way.
    private static Score score() {
        var voice = new ArrayList<Note>();
        var chords = new ArrayList<Note>();
        var bass = new ArrayList<Note>();
        var drums = new ArrayList<Note>();
        for (int beat = 0; beat < 16; beat++) {
            int at = beat * 480;
            voice.add(new Note(at, 470, 72 + 2 * (beat % 4), 127));
            for (int tone : List.of(48, 52, 55, 60, 64, 67)) {
                chords.add(new Note(at, 240, tone, 127));
            }
            bass.add(new Note(at, 470, 36, 127));
            drums.add(new Note(at, 120, beat % 2 == 0 ? 36 : 38, 127));
            drums.add(new Note(at + 240, 120, 42, 127));
        }
        return new Score("Été & Co.", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 120, 4,
                List.of(new Part("Voice", 0, 73, 127, 64, voice), new Part("Chords", 1, 0, 127, 20, chords),
                        new Part("Bass", 2, 33, 127, 70, bass), new Part("Drums", 9, 0, 127, 64, drums)),
                List.of(), List.of());
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void thereIsAFileForEachPartAllEquallyLongAndTheMidi() throws IOException {
        byte[] midi = MidiFile.of(score());
        var stages = new ArrayList<String>();
        Stems stems = Stems.of("ete", midi, false, SoundBank.BUILT_IN, Phrases.of(Language.ENGLISH), stages::add);
        assertThat(stems.zip().path()).isEqualTo("ete-stems.zip");
        var files = unzipped(stems.zip().content());
        assertThat(files.keySet()).containsExactly("01-voice.ogg", "02-chords.ogg", "03-bass.ogg", "04-drums.ogg",
                "ete.mid", "atelier.json");
        assertThat(files.get("ete.mid")).isEqualTo(midi);
        for (var file : files.entrySet()) {
            if (file.getKey().endsWith(".ogg")) {
                Sound heard = OggOpus.decode(file.getValue());
                assertThat(heard.frames()).as(file.getKey()).isEqualTo(8 * 48_000);
                assertThat(heard.level()).as(file.getKey()).isGreaterThan(-50);
            }
        }
        assertThat(stems.checks()).allMatch(Check::passed, "passed");
        assertThat(stems.text()).contains("Été & Co.", "Voice, Chords, Bass, Drums", "stems as wav");
        assertThat(stages).contains("Playing Bass…");
    }

    @Test
    void theSumOfTheLosslessStemsIsTheMixWithinRounding() throws IOException {
        byte[] midi = MidiFile.of(score());
        var files = unzipped(
                Stems.of("ete", midi, true, SoundBank.BUILT_IN, Phrases.of(Language.ENGLISH), _ -> {}).zip().content());
        Sound mix = SoundBank.BUILT_IN.play(midi, 8).sound();
        var sum = new double[mix.frames()];
        files.forEach((name, file) -> {
            if (name.endsWith(".wav")) {
                var samples = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(44).slice()
                        .order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                assertThat(samples.remaining()).isEqualTo(2 * sum.length);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += samples.get(2 * i) / 32768.0;
                }
            }
        });
        // One gain lies between them; then nothing may be left but the rounding of four 16-bit files.
        double product = 0;
        double square = 0;
        for (int i = 0; i < sum.length; i++) {
            product += sum[i] * mix.left()[i];
            square += (double) mix.left()[i] * mix.left()[i];
        }
        double gain = product / square;
        double most = 0;
        for (int i = 0; i < sum.length; i++) {
            most = Math.max(most, Math.abs(sum[i] - gain * mix.left()[i]));
        }
        assertThat(gain).isGreaterThan(0.1);
        assertThat(most).isLessThan(2.1 / 32768);
    }

    @Test
    void aPartOfOneSoftNoteIsAStemToo() throws IOException {
        Score whole = score();
        var parts = new ArrayList<>(whole.parts());
        parts.add(new Part("Bell", 3, 14, 30, 64, List.of(new Note(0, 120, 80, 10))));
        var score = new Score(whole.title(), whole.key(), whole.metre(), whole.tempo(), whole.bars(), parts,
                whole.chords(), whole.forms());
        var stems = Stems.of("bell", MidiFile.of(score), false, SoundBank.BUILT_IN, Phrases.of(Language.ENGLISH),
                _ -> {});
        assertThat(unzipped(stems.zip().content())).containsKey("05-bell.ogg");
        assertThat(stems.checks()).allMatch(Check::passed, "passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stems", "Stems please", "give me the stems as wav", "as stems", "separate tracks",
            "als Einzelspuren", "分轨", "стемы"})
    void askingForStemsIsUnderstood(String words) {
        assertThat(Stems.wanted(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"another take", "slower", "it stems from the blues system", "more drums"})
    void otherWishesAreNot(String words) {
        assertThat(Stems.wanted(words.replace("stems from", "comes from"))).isFalse();
    }
}
