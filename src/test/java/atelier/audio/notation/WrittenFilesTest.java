package atelier.audio.notation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.Programs;
import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.MidiReading;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs say of our MusicXML, ABC and MIDI.
class WrittenFilesTest {
    @TempDir
    private Path folder;

    @Test
    void musicXmlIsValidByItsSchema() {
        Scores.all()
                .forEach((name, score) -> assertThat(MusicXmlSchema.mistakes(MusicXml.of(score))).as(name).isEmpty());
    }

    @Test
    void theSchemaNoticesMistakes() {
        String file = new String(MusicXml.of(Scores.all().values().iterator().next()), UTF_8);
        assertThat(MusicXmlSchema.mistakes(file.replaceFirst("<step>.</step>", "<step>H</step>").getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(
                MusicXmlSchema.mistakes(file.replaceFirst("<duration>", "<voice>1</voice><duration>").getBytes(UTF_8)))
                .isNotEmpty();
    }

    @Test
    void aSyllableHeldOverNotesHasItsLineAndOneWithinAWordHasNone() {
        // "sea" over three notes and a tie, "o-cean" with its first syllable over two, a rest, and a note nobody sings.
        List<Note> notes = List.of(note(0, 2), note(2, 2), note(4, 16), note(20, 2), note(22, 2), note(24, 4),
                note(30, 2));
        var words = List.of(new Score.Lyric(0, "sea", false, true), new Score.Lyric(20 * Score.STEP, "o", true, false),
                new Score.Lyric(24 * Score.STEP, "cean", false, false));
        var score = new Score("Held", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 100, 2,
                List.of(new Part("Voice", 0, 73, 110, 64, notes)), List.of(), List.of(), words);

        assertThat(new String(Abc.of(score), UTF_8)).contains("w: sea _ _ _ o-_ cean *");
        byte[] xml = MusicXml.of(score);
        assertThat(MusicXmlSchema.mistakes(xml)).isEmpty();
        assertThat(Pattern.compile("<text>[^<]*</text>(?:<extend[^>]*>)?|<lyric number=\"1\"><extend[^>]*>")
                .matcher(new String(xml, UTF_8)).results().map(MatchResult::group)).containsExactly(
                        "<text>sea</text><extend type=\"start\"/>",
                        "<lyric number=\"1\"><extend type=\"continue\"/>",
                        "<lyric number=\"1\"><extend type=\"continue\"/>",
                        "<lyric number=\"1\"><extend type=\"stop\"/>",
                        "<text>o</text>", "<text>cean</text>");
    }

    private static Note note(int step, int steps) {
        return new Note(step * Score.STEP, steps * Score.STEP, 60 + step % 5, 90);
    }

    @Test
    void xmllintReadsEveryFile() throws IOException {
        Programs.need("xmllint");
        var command = new ArrayList<>(List.of("xmllint", "--noout", "--nonet"));
        for (Score score : Scores.all().values()) {
            Path file = folder.resolve(command.size() + ".musicxml");
            Files.write(file, MusicXml.of(score));
            command.add(file.toString());
        }
        assertThat(Programs.said(folder, command.toArray(String[]::new))).isEmpty();
    }

    @Test
    void abc2midiHearsOurNotesWithoutAComplaint() throws IOException {
        Programs.need("abc2midi");
        for (Map.Entry<String, Score> it : Scores.all().entrySet()) {
            Path abc = folder.resolve("tune.abc");
            Path midi = folder.resolve("tune.mid");
            Files.write(abc, Abc.of(it.getValue()));
            String said = Programs.said(folder, "abc2midi", abc.toString(), "-o", midi.toString(), "-NGRA", "-NGUI");
            assertThat(said.lines().filter(line -> line.contains("Error")
                    || (line.contains("Warning") && !line.contains("without lyrics"))).toList()).as(it.getKey())
                    .isEmpty();
            assertThat(heard(Files.readAllBytes(midi))).as(it.getKey())
                    .isEqualTo(ours(it.getValue().parts().getFirst().notes()));
        }
    }

    private static List<String> ours(List<Note> notes) {
        return notes.stream().map(note -> note.start() + " " + note.pitch()).toList();
    }

    // abc2midi begins a tick late.
    private static List<String> heard(byte[] midi) {
        return MidiReading.onsets(midi).stream()
                .map(note -> Math.round((double) note.start() / Score.STEP) * Score.STEP + " " + note.pitch()).toList();
    }

    @Test
    void midicsvReadsEveryEventOfTheMidiFile() throws IOException {
        Programs.need("midicsv");
        for (Map.Entry<String, Score> it : Scores.all().entrySet()) {
            Score score = it.getValue();
            Path midi = folder.resolve("song.mid");
            Files.write(midi, MidiFile.of(score));
            List<String> lines = Programs.said(folder, "midicsv", midi.toString()).lines().toList();
            assertThat(lines).as(it.getKey()).contains("0, 0, Header, 1, 4, 480",
                    "1, 0, Tempo, " + score.microsecondsPerCrotchet(),
                    "1, 0, Key_signature, " + score.key().signature() + ", \""
                            + (score.key().scale().minor() ? "minor" : "major") + "\"",
                    "1, 0, Time_signature, " + score.metre().beats() + ", "
                            + Integer.numberOfTrailingZeros(score.metre().unit()) + ", " + score.metre().tap() * 6
                            + ", 8",
                    "1, 0, Marker_t, \"Verse\"", "1, " + 4 * score.metre().ticks() + ", Marker_t, \"Chorus\"",
                    "2, 0, Title_t, \"Voice\"", "2, 0, Program_c, 0, 73", "3, 0, Program_c, 2, 33",
                    "4, 0, Program_c, 9, 0", "4, 0, Note_on_c, 9, 36, 100");
            for (int track = 1; track <= 4; track++) {
                assertThat(lines).contains(track + ", " + score.ticks() + ", End_track");
            }
            assertThat(lines.stream().filter(line -> line.contains("Lyric_t"))).hasSameSizeAs(score.lyrics());
            for (Note note : score.parts().getFirst().notes()) {
                assertThat(lines).contains(
                        "2, " + note.start() + ", Note_on_c, 0, " + note.pitch() + ", " + note.velocity(),
                        "2, " + note.end() + ", Note_off_c, 0, " + note.pitch() + ", 64");
            }
        }
    }

    @Test
    void midicsvFindsTheWordsOfTheKaraokeFile() throws IOException {
        Programs.need("midicsv");
        Score score = Scores.all().values().iterator().next();
        Path kar = folder.resolve("song.kar");
        Files.write(kar, MidiFile.karaoke(score));
        List<String> lines = Programs.said(folder, "midicsv", kar.toString()).lines().toList();
        assertThat(lines).contains("2, 0, Title_t, \"Words\"", "2, 0, Text_t, \"@KMIDI KARAOKE FILE\"");
        assertThat(lines).anyMatch(line -> line.startsWith("2, 0, Text_t, \"@TNo. 0 "));
        assertThat(lines.stream().filter(line -> line.startsWith("2, ") && line.contains("Text_t")))
                .hasSize(score.lyrics().size() + 2);
        assertThat(lines).anyMatch(line -> line.contains("Text_t, \"\\\\pa\""))
                .anyMatch(line -> line.contains("\"/pa\""));
    }
}
