package atelier.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundBankTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void synthesizerIsOpen() {
        assumeTrue(Gervill.isOpen(), "soundfonts are not tested: Java was started without ${jvm.sound} of pom.xml");
    }

    // A bar of two seconds: one A3 of the program.
    private static byte[] bar(int channel, int program) {
        return MidiFile.of(new Score("Bar", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 120, 1,
                List.of(new Part("Melody", channel, program, 110, 64, List.of(new Note(0, 1920, 57, 110)))), List.of(),
                List.of()));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aSoundfontIsHeard() throws IOException {
        var bank = SoundBank.of(file("tiny.sf2", new TinySoundfont().bytes()));
        assertThat(bank.problem()).isEmpty();
        assertThat(bank.name()).isEqualTo("Tiny Sine (1 instruments)");
        var played = bank.play(bar(0, 0), 2);
        assertThat(played.by()).isEqualTo("Tiny Sine (1 instruments)");
        assertThat(played.trouble()).isEmpty();
        assertThat(played.sound().frames()).isEqualTo(96_000);
        double sine = energy(played.sound(), 220.5);
        assertThat(sine).as("a sine has no overtone").isGreaterThan(1000 * energy(played.sound(), 441))
                .isGreaterThan(1000 * energy(played.sound(), 661.5));
        double[] piano = {energy(SoundBank.BUILT_IN.play(bar(0, 0), 2).sound(), 220),
                energy(SoundBank.BUILT_IN.play(bar(0, 0), 2).sound(), 440)};
        assertThat(piano[1]).as("a piano has").isGreaterThan(piano[0] / 1000);
    }

    @Test
    void theSameMusicSoundsTheSameTwiceAndAtOnceInTwoThreads() throws IOException {
        var bank = SoundBank.of(file("tiny.sf2", new TinySoundfont().bytes()));
        float[] first = bank.play(bar(0, 0), 2).sound().left();
        var all = List.of(1, 2, 3, 4).parallelStream().map(_ -> bank.play(bar(0, 0), 2).sound().left()).toList();
        assertThat(all).allMatch(other -> Arrays.equals(first, other), "equal");
    }

    @Test
    void whatTheSoundfontLacksIsPlayedByTheBuiltInInstruments() throws IOException {
        var bank = SoundBank.of(file("tiny.sf2", new TinySoundfont().bytes()));
        for (byte[] midi : List.of(bar(0, 40), bar(9, 0))) {
            var played = bank.play(midi, 2);
            assertThat(played.sound().level()).isGreaterThan(-50);
            assertThat(played.trouble()).isEmpty();
        }
    }

    @Test
    void silenceIsNoticedAndTheBuiltInInstrumentsStepIn() throws IOException {
        var bank = SoundBank.of(file("silent.sf2", new TinySoundfont().silent().bytes()));
        assertThat(bank.problem()).as("its tables are right").isEmpty();
        var played = bank.play(bar(0, 0), 2);
        assertThat(played.sound().level()).isGreaterThan(-50);
        assertThat(played.by()).isEqualTo("the built-in instruments");
        assertThat(played.trouble().orElseThrow().inEnglish()).contains("Tiny Sine", "gave no sound", "built-in");
    }

    @Test
    void aFileThatVanishesAfterTheStartDoesNotSilenceTheMusic() throws IOException {
        Path file = file("tiny.sf2", new TinySoundfont().bytes());
        var bank = SoundBank.of(file);
        Files.delete(file);
        var played = bank.play(bar(0, 0), 2);
        assertThat(played.sound().level()).isGreaterThan(-50);
        assertThat(played.trouble()).isPresent();
    }

    @Test
    void compressedSamplesAreRefusedHoweverTheyShow() throws IOException {
        for (var font : List.of(new TinySoundfont().version(3), new TinySoundfont().sampleType(0x11))) {
            var bank = SoundBank.of(file("vorbis.sf2", font.bytes()));
            assertThat(bank.problem().orElseThrow()).contains("vorbis.sf2", "SF3", "noise", "SF2");
            var played = bank.play(bar(0, 0), 2);
            assertThat(played.by()).isEqualTo("the built-in instruments");
            assertThat(played.sound().level()).isGreaterThan(-50);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 11, 12, 40, 100, 500, 4000, 4400})
    void aCutFileIsRefused(int length) throws IOException {
        byte[] whole = new TinySoundfont().bytes();
        var bank = SoundBank.of(file("cut.sf2", Arrays.copyOf(whole, length)));
        assertThat(bank.problem().orElseThrow()).contains("cut.sf2").endsWith("instead.");
        assertThat(bank.play(bar(0, 0), 1).by()).isEqualTo("the built-in instruments");
    }

    @Test
    void whatIsMissingOrNoFileIsNamed() {
        assertThat(SoundBank.of(folder.resolve("none.sf2")).problem().orElseThrow()).contains("is not there");
        assertThat(SoundBank.of(folder).problem().orElseThrow()).contains("is no file");
    }

    @Test
    void aSampleThatLiesOutsideTheSoundIsRefused() throws IOException {
        byte[] bytes = new TinySoundfont().bytes();
        // The end of the first sample: in the second field of its header, after its name.
        int header = bytes.length - 2 * 46;
        bytes[header + 20 + 4 + 2] = 100;
        assertThat(SoundBank.of(file("outside.sf2", bytes)).problem().orElseThrow()).contains("damaged");
    }

    @Test
    void aFileMadeToBeEndlessIsRefusedAtOnce() throws IOException {
        var nested = ByteBuffer.allocate(12 + 12 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        nested.put("RIFF".getBytes(US_ASCII)).putInt(nested.capacity() - 8).put("sfbk".getBytes(US_ASCII));
        while (nested.hasRemaining()) {
            nested.put("LIST".getBytes(US_ASCII)).putInt(nested.remaining() - 4).put("pdta".getBytes(US_ASCII));
        }
        var empty = ByteBuffer.allocate(12 + 8 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        empty.put("RIFF".getBytes(US_ASCII)).putInt(empty.capacity() - 8).put("sfbk".getBytes(US_ASCII));
        while (empty.hasRemaining()) {
            empty.put("junk".getBytes(US_ASCII)).putInt(0);
        }
        for (byte[] hostile : List.of(nested.array(), empty.array())) {
            assertThat(SoundBank.of(file("hostile.sf2", hostile)).problem().orElseThrow()).contains("damaged");
        }
    }

    @Test
    void aFileTooLargeForAnyMachineIsRefusedWithoutReadingIt() throws IOException {
        byte[] head = Arrays.copyOf(new TinySoundfont().bytes(), 12);
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -9);
        Path file = file("huge.sf2", head);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // a hole: no disk is needed for it
            channel.write(ByteBuffer.allocate(1), (1L << 32) - 2);
        }

        assertThat(SoundBank.of(file).problem().orElseThrow()).contains("larger than 2 GB");
    }

    @Test
    void aTableThatIsNoneIsRefused() throws IOException {
        for (String table : List.of("pgen", "igen", "ibag", "shdr")) {
            byte[] bytes = new TinySoundfont().bytes();
            int at = new String(bytes, ISO_8859_1).indexOf(table);
            bytes[at + 4]++;
            assertThat(SoundBank.of(file("table.sf2", bytes)).problem().orElseThrow()).contains("damaged");
            byte[] renamed = new TinySoundfont().bytes();
            renamed[at] = 'x';
            assertThat(SoundBank.of(file("lacks.sf2", renamed)).problem().orElseThrow()).contains("tables are missing");
        }
    }

    @Test
    void noBrokenByteStopsTheStart() throws IOException {
        byte[] whole = new TinySoundfont().bytes();
        var chance = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j < 4; j++) {
                int at = chance.nextInt(4) == 0 ? chance.nextInt(80) : 4150 + chance.nextInt(broken.length - 4150);
                broken[at] = (byte) chance.nextInt(256);
            }
            var bank = SoundBank.of(file("broken.sf2", broken));
            assertThat(bank.problem().isPresent()).as("attempt %d: %s", i, bank.name())
                    .isEqualTo(bank.name().equals(SoundBank.BUILT_IN.name()));
        }
    }

    private static double energy(Sound sound, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < sound.frames(); i++) {
            double angle = 2 * Math.PI * hertz * i / sound.rate();
            double window = Math.sin(Math.PI * i / sound.frames());
            real += window * sound.left()[i] * Math.cos(angle);
            imaginary += window * sound.left()[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
