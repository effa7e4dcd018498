package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.notation.Abc;
import atelier.audio.notation.MusicXml;
import atelier.audio.score.MidiFile;
import atelier.audio.score.MidiReading;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.intent.MusicBrief;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SongComposerTest {
    private static final List<String> KEYS = List.of("C", "G", "F#", "Bb", "Eb");
    private static final List<String> SCALES = List.of("major", "minor", "dorian", "phrygian", "lydian", "mixolydian",
            "locrian", "harmonic-minor", "pentatonic-minor", "blues");

    static SongPlan plan(String request, MusicBrief brief, long seed) {
        return SongPlanner.plan(new Wish(request, brief, seed, false, Optional.empty(), false));
    }

    private static MusicBrief brief(@Nullable String genre, @Nullable String metre, @Nullable String key,
            @Nullable String scale, @Nullable Integer tempo, @Nullable Integer bars) {
        return new MusicBrief(key, scale, tempo, metre, bars, null, genre, null, null, null);
    }

    private static Score score(SongPlan plan) {
        return SongComposer.compose(plan, new Syllables("en"), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop", "rock", "edm", "ballad", "hip-hop", "jazz", "folk", "waltz", "lo-fi", "blues",
            "country", "reggae", "celtic"})
    void everyGenreInEveryMetreAndKeyIsWrittenAsAsked(String genre) {
        int seed = 0;
        for (String metre : List.of("4/4", "3/4", "6/8", "2/4", "5/4", "7/8", "12/8")) {
            for (String key : KEYS) {
                String scale = SCALES.get(seed % SCALES.size());
                int tempo = 60 + 7 * (seed % 20);
                int bars = 1 + seed * 3 % 70;
                SongPlan plan = plan("a song about the sea", brief(genre, metre, key, scale, tempo, bars), seed++);
                Score score = score(plan);
                String what = genre + " " + metre + " " + key + " " + scale + " " + bars;
                isSound(score, what);
                var read = MidiReading.of(MidiFile.of(score));
                assertThat(read.metre()).as(what).isEqualTo(metre);
                assertThat(read.tempo()).as(what)
                        .isEqualTo(Math.round(60e6 / tempo * 4 / score.metre().tap()));
                assertThat(read.signature()).as(what).isEqualTo(score.key().signature());
                if (plan.music().remarks().isEmpty()) {
                    assertThat(read.ticks()).as(what).isEqualTo((long) bars * score.metre().ticks());
                }
                assertThat(read.trackNames()).contains("Voice", "Chords", "Bass", "Drums");
            }
        }
    }

    private static void isSound(Score score, String what) {
        List<Note> voice = score.parts().getFirst().notes();
        int end = 0;
        for (Note note : voice) {
            assertThat(note.start()).as(what).isGreaterThanOrEqualTo(end);
            end = note.end();
        }
        assertThat(score.lyrics()).as(what).hasSameSizeAs(voice);
        for (int i = 0; i < voice.size(); i++) {
            assertThat(score.lyrics().get(i).tick()).as(what).isEqualTo(voice.get(i).start());
        }
        var pitches = voice.stream().mapToInt(Note::pitch).summaryStatistics();
        assertThat(pitches.getMax() - pitches.getMin()).as(what).isLessThanOrEqualTo(19);
        assertThat(voice).as(what).allMatch(note -> score.key().contains(note.pitch()));
        for (Part part : score.parts()) {
            assertThat(part.notes()).as(what + " " + part.name()).allMatch(note -> note.end() <= score.ticks());
        }
    }

    @Test
    void theSameSeedGivesTheSameSongAndAnotherSeedAnother() {
        var brief = brief("pop", null, "D", "major", null, null);
        assertThat(MidiFile.of(score(plan("a song about rain", brief, 5))))
                .isEqualTo(MidiFile.of(score(plan("a song about rain", brief, 5))));
        assertThat(score(plan("a song about rain", brief, 6)).parts().getFirst())
                .isNotEqualTo(score(plan("a song about rain", brief, 5)).parts().getFirst());
    }

    @Test
    void theChorusComesBackNoteByNoteAndEndsAtHome() {
        for (long seed = 0; seed < 10; seed++) {
            SongPlan plan = plan("a song about rain", brief("pop", null, "G", "major", null, null), seed);
            Score score = score(plan);
            List<Integer> starts = score.forms().stream().filter(mark -> mark.text().equals("Chorus"))
                    .map(Score.Mark::tick).toList();
            assertThat(starts).hasSize(3);
            int length = 8 * score.metre().ticks();
            List<Note> first = voice(score, starts.get(0), length);
            assertThat(voice(score, starts.get(1), length)).isEqualTo(first);
            assertThat(first.getLast().pitch() % 12).isIn(7, 11, 2);
            assertThat(score.parts().getFirst().notes().getLast().pitch() % 12).isEqualTo(7);
        }
    }

    private static List<Note> voice(Score score, int from, int length) {
        return score.parts().getFirst().notes().stream()
                .filter(note -> note.start() >= from && note.start() < from + length)
                .map(note -> new Note(note.start() - from, note.length(), note.pitch(), 64)).toList();
    }

    @Test
    void stressedSyllablesFallOnBeatsMoreOftenThanOthers() {
        int stressed = 0;
        int stressedOnBeat = 0;
        int weak = 0;
        int weakOnBeat = 0;
        for (long seed = 0; seed < 20; seed++) {
            SongPlan plan = plan("a song about the river", brief("ballad", "4/4", "C", "major", null, null), seed);
            Score score = score(plan);
            var split = new Syllables("en");
            List<Syllable> syllables = plan.sections().stream().flatMap(it -> it.lyrics().stream())
                    .flatMap(line -> split.of(line).stream()).toList();
            for (int i = 0; i < syllables.size(); i++) {
                boolean onBeat = score.lyrics().get(i).tick() % Score.PPQ == 0;
                if (syllables.get(i).stressed()) {
                    stressed++;
                    stressedOnBeat += onBeat ? 1 : 0;
                } else {
                    weak++;
                    weakOnBeat += onBeat ? 1 : 0;
                }
            }
        }
        assertThat((double) stressedOnBeat / stressed).isGreaterThan(0.6);
        assertThat((double) stressedOnBeat / stressed).isGreaterThan(1.3 * weakOnBeat / weak);
    }

    @Test
    void everyLineLeavesRoomToBreathe() {
        Score score = score(plan("a song about the river", brief("pop", "4/4", "C", "major", null, null), 3));
        List<Note> voice = score.parts().getFirst().notes();
        for (int i = 1; i < voice.size(); i++) {
            if (score.lyrics().get(i).begins()) {
                assertThat(voice.get(i).start() - voice.get(i - 1).end()).as("before " + i)
                        .isGreaterThanOrEqualTo(Score.PPQ / 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/4", "3/4", "6/8", "5/4", "7/8", "12/8", "2/2", "3/8"})
    void musicXmlIsWholeBarByBar(String metre) throws Exception {
        for (String key : List.of("C", "F#", "Eb")) {
            Score score = score(plan("a song about <fire> & \"rain\"", brief("folk", metre, key, "minor", 90, 17), 4));
            Document xml = parsed(MusicXml.of(score));
            var measures = xml.getElementsByTagName("measure");
            assertThat(measures.getLength()).isEqualTo(17);
            for (int i = 0; i < measures.getLength(); i++) {
                var durations = ((Element) measures.item(i)).getElementsByTagName("duration");
                int sum = 0;
                for (int j = 0; j < durations.getLength(); j++) {
                    sum += Integer.parseInt(durations.item(j).getTextContent());
                }
                assertThat(sum).as(metre + " bar " + (i + 1)).isEqualTo(score.metre().steps());
            }
            assertThat(xml.getElementsByTagName("lyric").getLength()).isEqualTo(score.lyrics().size());
            assertThat(xml.getElementsByTagName("fifths").item(0).getTextContent())
                    .isEqualTo("" + score.key().signature());
            assertThat(new String(Abc.of(score), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("M:" + metre, "\nw: ", "|]");
        }
    }

    private static Document parsed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
