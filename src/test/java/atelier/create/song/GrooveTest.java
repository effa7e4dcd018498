package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.notation.MusicXml;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.create.music.Performance;
import atelier.create.music.Swing;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrooveTest {
    private static final int CRASH = 49;

    private static SongPlan plan(String genre, long seed) {
        return SongComposerTest.plan("a song about the sea",
                new MusicBrief("C", "major", null, "4/4", null, null, genre, null, null, seed), seed);
    }

    private static Score written(SongPlan plan) {
        return SongComposer.compose(plan, new Syllables("en"), true);
    }

    private static Played played(SongPlan plan, Score score) {
        return new Played(MidiFile
                .of(Performance.of(score, Swing.of(plan.genre(), score.metre()), plan.music().seed())));
    }

    private static boolean near(int tick, int place) {
        return Math.abs(Math.floorMod(tick + 240 - place, 480) - 240) <= Performance.TICKS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jazz", "blues"})
    void quaversSwingInTheFileAndAreStraightOnPaper(String genre) {
        SongPlan plan = plan(genre, 2);
        Score score = written(plan);
        Played played = played(plan, score);
        for (String track : List.of("Voice", "Drums", "Bass")) {
            List<Note> notes = played.of(track);
            assertThat(notes).as(track).noneMatch(note -> near(note.start(), 240));
        }
        assertThat(played.of("Voice").stream().filter(note -> near(note.start(), 320)).count()).isGreaterThan(20);
        assertThat(score.parts()).allMatch(part -> part.notes().stream().allMatch(it -> it.start() % 120 == 0));
        String xml = new String(MusicXml.of(Swing.of(genre, score.metre()).printed(score)), StandardCharsets.UTF_8);
        assertThat(xml).contains("(Swing)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop", "folk", "lo-fi", "hip-hop", "bossa"})
    void everyNoteIsALittleOffAndNoneMore(String genre) {
        SongPlan plan = plan(genre, 3);
        Score score = written(plan);
        Played played = played(plan, score);
        boolean late = genre.equals("lo-fi") || genre.equals("hip-hop");
        for (Part part : score.parts()) {
            List<Note> notes = played.of(part.name());
            assertThat(notes).hasSameSizeAs(part.notes());
            long off = 0;
            for (Note note : part.notes()) {
                int tick = late && note.start() % 240 == 120 ? note.start() + 19 : note.start();
                Note heard = notes.stream().filter(it -> it.pitch() == note.pitch()
                        && Math.abs(it.start() - tick) <= Performance.TICKS).findFirst().orElseThrow();
                assertThat(Math.abs(heard.velocity() - note.velocity())).isLessThanOrEqualTo(Performance.VELOCITY);
                off += heard.start() == tick ? 0 : 1;
            }
            assertThat(off).as(part.name()).isGreaterThan(part.notes().size() / 2);
        }
    }

    @Test
    void theSameSeedPlaysTheSame() {
        SongPlan plan = plan("rock", 4);
        Score score = written(plan);
        byte[] once = MidiFile.of(Performance.of(score, Swing.STRAIGHT, 4));
        assertThat(MidiFile.of(Performance.of(score, Swing.STRAIGHT, 4))).isEqualTo(once);
        assertThat(MidiFile.of(Performance.of(score, Swing.STRAIGHT, 5))).isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop", "rock", "jazz", "folk", "blues", "electronic"})
    void drumsLeadIntoTheNextSectionAndCrashWhereAChorusBegins(String genre) {
        SongPlan plan = plan(genre, 5);
        Score score = written(plan);
        List<Note> drums = played(plan, score).of("Drums");
        int bar = 0;
        for (int i = 0; i < plan.sections().size(); i++) {
            Section section = plan.sections().get(i);
            int begin = bar * 1920;
            if (section.role() == Role.CHORUS) {
                assertThat(drums).as("crash at " + bar)
                        .anyMatch(it -> it.pitch() == CRASH && Math.abs(it.start() - begin) <= 5);
            }
            bar += section.bars();
            int end = bar * 1920;
            boolean leads = i + 1 < plan.sections().size() && section.bars() >= 4
                    && plan.sections().get(i + 1).role().energy() > 0;
            if (leads) {
                assertThat(beat(drums, end)).as("fill before bar " + bar).isNotEqualTo(beat(drums, end - 1920));
                assertThat(drums.stream().filter(it -> it.start() >= end - 490 && it.start() < end - 10))
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    // What is struck in the beat before a bar line.
    private static Set<String> beat(List<Note> drums, int end) {
        return drums.stream().filter(it -> it.start() >= end - 490 && it.start() < end - 10)
                .map(it -> Math.round((end - it.start()) / 60.0) + ":" + it.pitch())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void theBassWalksIntoTheNextChordByAStep() {
        for (String genre : List.of("jazz", "pop", "country")) {
            SongPlan plan = plan(genre, 6);
            List<Note> bass = played(plan, written(plan)).of("Bass");
            List<Integer> roots = plan.sections().stream().flatMap(it -> it.chords().stream())
                    .map(it -> it.chord().root()).toList();
            int changes = 0;
            int steps = 0;
            for (int bar = 1; bar < roots.size(); bar++) {
                int line = bar * 1920;
                Note before = bass.stream().filter(it -> it.start() < line - 10).toList().getLast();
                Note after = bass.stream().filter(it -> it.start() >= line - 10).findFirst().orElseThrow();
                boolean changed = !roots.get(bar).equals(roots.get(bar - 1));
                changes += changed ? 1 : 0;
                int interval = Math.abs(after.pitch() - before.pitch());
                steps += changed && interval >= 1 && interval <= 2 ? 1 : 0;
            }
            assertThat((double) steps / changes).as(genre).isGreaterThan(genre.equals("jazz") ? 0.85 : 0.5);
        }
    }

    @Test
    void chordsMoveLittle() {
        SongPlan plan = plan("ballad", 7);
        Score score = written(plan);
        List<List<Note>> bars = IntStream.range(0, score.bars()).mapToObj(bar -> score.parts().get(1).notes().stream()
                .filter(it -> it.start() / 1920 == bar).toList()).toList();
        double moved = IntStream.range(1, bars.size()).mapToDouble(bar -> Math.abs(middle(bars.get(bar))
                - middle(bars.get(bar - 1)))).average().orElseThrow();
        assertThat(moved).as("semitones a chord").isLessThan(3);
    }

    private static double middle(List<Note> notes) {
        return notes.stream().mapToInt(Note::pitch).average().orElse(0);
    }

    @Test
    void aChorusIsLouderThanAVerseAndAVerseThanTheIntro() {
        SongPlan plan = plan("pop", 8);
        Score score = written(plan);
        Played played = played(plan, score);
        for (String track : List.of("Chords", "Bass")) {
            double intro = loudness(played.of(track), plan, Role.INTRO);
            double verse = loudness(played.of(track), plan, Role.VERSE);
            double chorus = loudness(played.of(track), plan, Role.CHORUS);
            assertThat(intro).as(track).isLessThan(verse - 3);
            assertThat(verse).as(track).isLessThan(chorus - 3);
        }
    }

    private static double loudness(List<Note> notes, SongPlan plan, Role role) {
        int from = 0;
        for (Section section : plan.sections()) {
            int begin = from;
            int end = from + section.bars() * 1920;
            if (section.role() == role) {
                return notes.stream().filter(it -> it.start() >= begin + 10 && it.start() < end - 10)
                        .mapToInt(Note::velocity).average().orElseThrow();
            }
            from = end;
        }
        throw new AssertionError("no " + role);
    }
}
