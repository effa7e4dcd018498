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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
        assertThat(notesWithoutWords(score)).as(what).allMatch(i -> i > 0
                && voice.get(i).start() == voice.get(i - 1).end(), "goes on without a gap");
        assertThat(score.lyrics().size() + notesWithoutWords(score).size()).as(what).isEqualTo(voice.size());
        var pitches = voice.stream().mapToInt(Note::pitch).summaryStatistics();
        assertThat(pitches.getMax() - pitches.getMin()).as(what).isLessThanOrEqualTo(19);
        assertThat(voice).as(what).allMatch(note -> score.key().contains(note.pitch()));
        for (Part part : score.parts()) {
            assertThat(part.notes()).as(what + " " + part.name()).allMatch(note -> note.end() <= score.ticks());
        }
    }

    private static List<Integer> notesWithoutWords(Score score) {
        Set<Integer> words = score.lyrics().stream().map(Score.Lyric::tick).collect(Collectors.toSet());
        List<Note> voice = score.parts().getFirst().notes();
        return IntStream.range(0, voice.size()).filter(i -> !words.contains(voice.get(i).start())).boxed().toList();
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
            List<Note> first = refrain(score, starts.get(0));
            assertThat(first).hasSizeGreaterThan(12);
            assertThat(refrain(score, starts.get(1))).isEqualTo(first);
            assertThat(first.getLast().pitch() % 12).isIn(7, 11, 2);
            assertThat(score.parts().getFirst().notes().getLast().pitch() % 12).isEqualTo(7);
        }
    }

    // Four lines, the first perhaps with a pickup; what leads into the next section is not of them.
    private static List<Note> refrain(Score score, int from) {
        List<Integer> lines = score.lyrics().stream().filter(Score.Lyric::begins).map(Score.Lyric::tick)
                .filter(tick -> tick >= from - Score.PPQ).limit(5).toList();
        int until = lines.size() > 4 ? lines.get(4) : score.ticks();
        return score.parts().getFirst().notes().stream()
                .filter(note -> note.start() >= lines.getFirst() && note.start() < until)
                .map(note -> new Note(note.start() - from + Score.PPQ, note.length(), note.pitch(), 64)).toList();
    }

    @Test
    void linesThatBeginWithoutStressLeadIntoTheBar() {
        int before = 0;
        for (long seed = 0; seed < 10; seed++) {
            Score score = score(plan("a song about rain", brief("folk", "4/4", "G", "major", null, null), seed));
            before += (int) score.lyrics().stream().filter(Score.Lyric::begins)
                    .filter(it -> it.tick() % score.metre().ticks() >= score.metre().ticks() - Score.PPQ).count();
        }
        assertThat(before).as("of about 240 lines").isGreaterThan(20);
    }

    @Test
    void heldSyllablesTurnWhereTheGenreLikesIt() {
        assertThat(turns("ballad")).isGreaterThan(2 * turns("chiptune") + 5);
    }

    private static int turns(String genre) {
        return LongStream.range(0, 10).mapToObj(seed -> score(plan("a song about rain",
                brief(genre, "4/4", "G", "major", null, null), seed))).mapToInt(it -> notesWithoutWords(it).size())
                .sum();
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
        for (String genre : List.of("pop", "folk", "waltz", "jazz", "celtic")) {
            Score score = score(plan("a song about the river", brief(genre, null, "C", "major", null, null), 3));
            List<Note> voice = score.parts().getFirst().notes();
            Set<Integer> begins = score.lyrics().stream().filter(Score.Lyric::begins).map(Score.Lyric::tick)
                    .collect(Collectors.toSet());
            for (int i = 1; i < voice.size(); i++) {
                if (begins.contains(voice.get(i).start())) {
                    assertThat(voice.get(i).start() - voice.get(i - 1).end()).as(genre + " before " + i)
                            .isGreaterThanOrEqualTo(Score.PPQ / 2);
                }
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
            assertThat(xml.getElementsByTagName("text").getLength()).isEqualTo(score.lyrics().size());
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
