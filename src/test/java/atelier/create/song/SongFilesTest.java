package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.audio.Ebur128;
import atelier.audio.OggOpus;
import atelier.audio.Programs;
import atelier.audio.SoundBank;
import atelier.audio.notation.Abc;
import atelier.audio.notation.MusicXml;
import atelier.audio.notation.MusicXmlSchema;
import atelier.audio.score.MidiFile;
import atelier.audio.score.MidiReading;
import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.music.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of whole songs, as other programs find them.
class SongFilesTest {
    @TempDir
    private Path folder;

    @Test
    void everyGenreIsEquallyLoudNeverTooLoudAndOtherProgramsAgree() throws IOException {
        Programs.need("ffmpeg", "ffprobe", "opusinfo");
        for (Map.Entry<String, Songbook.Song> it : Songbook.genres(8).entrySet()) {
            Score score = it.getValue().score();
            Preview preview = Preview.of(score, MidiFile.of(score), 7, SoundBank.BUILT_IN);
            Path file = Files.write(folder.resolve("song.ogg"), preview.file());
            var theirs = Ebur128.of(file);
            double ours = preview.loudness().orElseThrow();
            assertThat(ours).as("%s by ffmpeg", it.getKey()).isCloseTo(theirs.lufs(), within(0.2));
            assertThat(ours).as(it.getKey()).isCloseTo(Preview.LOUDNESS, within(1.0));
            assertThat(theirs.peak()).as("%s, dBTP", it.getKey()).isLessThan(-0.9);
            assertThat(Programs.said(folder, "opusinfo", file.toString())).as(it.getKey())
                    .doesNotContainIgnoringCase("warning").contains("Playback length");
            assertThat(Programs.said(folder, "ffprobe", "-v", "warning", "-show_entries",
                    "stream=codec_name,sample_rate,channels:format=duration", "-of", "default=noprint_wrappers=1",
                    file.toString()).lines().filter(line -> !line.startsWith("duration=")))
                    .containsExactlyInAnyOrder("codec_name=opus", "sample_rate=48000", "channels=2",
                            "codec_name=mjpeg");
            Path wav = folder.resolve("song.wav");
            Programs.said(folder, "ffmpeg", "-nostdin", "-y", "-v", "error", "-i", file.toString(), "-f", "s16le",
                    wav.toString());
            assertThat(Files.size(wav) / 4).as("frames of %s", it.getKey()).isCloseTo(
                    Math.round(score.seconds() * 48_000),
                    within(1L));
        }
    }

    @Test
    void theCeilingHoldsBeforeEncoding() {
        for (String genre : List.of("rock", "ambient", "march")) {
            Score score = Songbook.song(genre, null, null, null, 8, 3).score();
            Preview preview = Preview.of(score, MidiFile.of(score), 7, SoundBank.BUILT_IN);
            assertThat(preview.before()).as(genre).isLessThanOrEqualTo(Preview.CEILING + 0.05);
            assertThat(OggOpus.decode(preview.file()).frames()).isEqualTo((int) Math.round(score.seconds() * 48_000));
        }
    }

    @Test
    void writtenFilesOfEveryMetreModeAndGenreAreRight() throws IOException {
        boolean abc2midi = Programs.isHere("abc2midi");
        for (Map.Entry<String, Songbook.Song> it : Songbook.mixed(48).entrySet()) {
            Score score = it.getValue().score();
            assertThat(MusicXmlSchema.mistakes(MusicXml.of(score))).as(it.getKey()).isEmpty();
            if (abc2midi) {
                Path abc = Files.write(folder.resolve("song.abc"), Abc.of(score));
                String said = Programs.said(folder, "abc2midi", abc.toString(), "-o", "song.mid");
                assertThat(said.lines().filter(line -> line.contains("Error"))).as(it.getKey()).isEmpty();
                assertThat(MidiReading.onsets(Files.readAllBytes(folder.resolve("song.mid"))).stream().map(Note::pitch))
                        .as(it.getKey())
                        .containsAll(score.parts().getFirst().notes().stream().map(Note::pitch).toList());
            }
        }
    }
}
