package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.audio.score.Scale;
import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.intent.MusicBrief;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SongPlannerTest {
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null, null);
    private static final String ANSWER = """
            Sure! Here is your song:
            ```json
            {"title": "Salt and Light", "key": "A", "mode": "minor", "bpm": 92, "metre": "4/4", "genre": "rock",
             "sections": [
              {"name": "Intro", "chords": ["i", "bVI"], "lyrics": []},
              {"name": "Verse 1", "chords": ["i", "bVII", "bVI", "V"], "lyrics": ["The harbour lamps are low",
               "The nets are white with snow", "I count the boats that go", "And none of them I know"]},
              {"name": "Chorus", "chords": ["bVI", "bIII", "bVII", "i"], "lyrics": ["Salt and light on the water",
               "Salt and light in my hair", "Every wave is a daughter", "Every wind is a prayer"],
               "hook": {"r": "x---x---x-x-x---", "d": [1, 3, 5, 5, 4]}},
              {"name": "Chorus", "chords": [], "lyrics": []}]}
            ```
            """;

    private static SongPlan plan(String request, MusicBrief brief, Draft draft) {
        return SongPlanner.plan(new Wish(request, brief, 1, false, Optional.empty(), false), draft, "tiny");
    }

    @Test
    void aModelsPlanIsTakenAndItsShareIsSaid() {
        SongPlan plan = plan("a song about the sea", SILENT, PlanReader.read(ANSWER));
        assertThat(plan.title()).isEqualTo("Salt and Light");
        assertThat(plan.music().key().title()).isEqualTo("A minor");
        assertThat(plan.music().tempo()).isEqualTo(92);
        assertThat(plan.sections()).extracting(Section::role).containsExactly(Role.INTRO, Role.VERSE, Role.CHORUS,
                Role.CHORUS);
        assertThat(plan.sections().get(3).lyrics()).isEqualTo(plan.sections().get(2).lyrics());
        assertThat(plan.share().words("tiny", Phrases.of(Language.ENGLISH))).contains("title",
                "chords of all 4 sections", "all 12 lines",
                "all 1 hook bars", "by tiny");
        var score = SongComposer.compose(plan, new Syllables("en"), true);
        int chorus = score.forms().get(2).tick();
        assertThat(score.parts().getFirst().notes().stream().filter(note -> note.start() >= chorus).limit(5)
                .map(note -> (note.start() - chorus) / 120)).as("the hook's rhythm").containsExactly(0, 4, 8, 10, 12);
        assertThat(score.parts().getFirst().notes().stream().filter(note -> note.start() >= chorus).limit(5)
                .map(note -> Math.floorMod(note.pitch() - 9, 12))).as("its degrees").containsExactly(0, 3, 7, 7, 5);
    }

    @Test
    void whatTheWordsFixGoesBeforeTheModel() {
        var brief = new MusicBrief("D", "major", 120, "3/4", null, null, "folk", null, null, null);
        SongPlan plan = plan("a song", brief, PlanReader.read(ANSWER));
        assertThat(plan.music().key().title()).isEqualTo("D major");
        assertThat(plan.music().tempo()).isEqualTo(120);
        assertThat(plan.music().metre()).hasToString("3/4");
        assertThat(plan.sections().get(1).chords()).as("minor chords do not fit D major")
                .noneMatch(chord -> chord.text().equals("bVII"));
    }

    @Test
    void anAnswerMutilatedAnywhereStillMakesASong() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder(ANSWER);
            for (int j = random.nextInt(8); j >= 0 && !text.isEmpty(); j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setLength(Math.max(1, at));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                    case 2 -> text.insert(at, "\"garbage\\u0000 {[}");
                    default -> text.setCharAt(at, (char) (32 + random.nextInt(90)));
                }
            }
            SongPlan plan = plan("a song about the sea", SILENT, PlanReader.read(text.toString()));
            var score = SongComposer.compose(plan, new Syllables("en"), true);
            assertThat(score.lyrics()).isNotEmpty().hasSizeLessThanOrEqualTo(score.parts().getFirst().notes().size());
            assertThat(plan.sections().stream().mapToInt(Section::bars).sum()).isEqualTo(score.bars());
        }
    }

    @Test
    void aPlanWrittenAndReadAgainIsTheSameSong() {
        for (long seed = 0; seed < 12; seed++) {
            var brief = new MusicBrief(null, null, null, null, null, null, "jazz", null, null, seed);
            SongPlan first = plan("a song about rain", brief, Draft.EMPTY);
            Draft draft = PlanReader.read(new String(PlanJson.of(first), java.nio.charset.StandardCharsets.UTF_8));
            SongPlan second = plan("no matter what", SILENT, draft);
            assertThat(second.sections()).isEqualTo(first.sections());
            assertThat(second.music().key()).isEqualTo(first.music().key());
            assertThat(second.music().tempo()).isEqualTo(first.music().tempo());
            assertThat(second.title()).isEqualTo(first.title());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 1, 2, 3, 7, 13, 16, 31, 52, 77, 128, 100_000})
    void barsAreAsAskedOrItIsSaid(int bars) {
        SongPlan plan = plan("a song", new MusicBrief("C", "major", 200, "4/4", bars, null, "pop", null, null, null),
                Draft.EMPTY);
        assertThat(plan.music().bars()).isEqualTo(plan.sections().stream().mapToInt(Section::bars).sum());
        if (bars >= 1 && bars <= 128) {
            assertThat(plan.music().bars()).isEqualTo(bars);
        } else {
            assertThat(plan.music().remarks()).anyMatch(remark -> remark.inEnglish().contains(bars + " bars"));
        }
    }

    @Test
    void absurdWishesAreAnsweredWithMusicAndSentences() {
        SongPlan plan = plan("a song about 💣", new MusicBrief("X", "nonsense", 9999, "13/0", 0, null, "💣", "?", null,
                null), Draft.EMPTY);
        assertThat(Sentence.lines(plan.music().remarks()).inEnglish()).contains("not a key", "not a scale", "9999",
                "13/0",
                "0 bars");
        assertThat(plan("a song", new MusicBrief("H", null, 0, null, null, null, null, null, null, null), Draft.EMPTY)
                .music().remarks()).hasSize(2);
    }

    @Test
    void aSlowSongEndsWithinFiveMinutes() {
        SongPlan plan = plan("a song", new MusicBrief(null, null, 30, "4/4", null, null, "pop", null, null, null),
                Draft.EMPTY);
        assertThat(plan.music().bars() * 8).isLessThanOrEqualTo(300);
    }

    @Test
    void ownWordsAreSungAndTooManyAreCutWithASentence() {
        var words = "The kettle sings\nThe door is wide\nThe garden swings\nCome step inside\n\n"
                + "Oh kitchen light\nBurn on tonight\nOh kitchen light\nBurn on";
        var wish = new Wish("a song", SILENT, 1, false, OwnWords.read(words), false);
        SongPlan plan = SongPlanner.plan(wish);
        assertThat(plan.sections()).extracting(Section::role).contains(Role.VERSE, Role.CHORUS);
        assertThat(plan.sections().get(1).lyrics()).containsExactly("The kettle sings", "The door is wide",
                "The garden swings", "Come step inside");
        var flood = new Wish("a song", SILENT, 1, false, OwnWords.read("la la the river runs away\n".repeat(1200)),
                false);
        assertThat(SongPlanner.plan(flood).music().remarks())
                .anyMatch(it -> it.inEnglish().contains("longer than a song"));
        assertThat(OwnWords.read("💣\n💣💣\n💣\n...")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a happy pop song about the sea in G major", "Song about the sea, in 3/4",
            "write me a song about the sea for a wedding"})
    void theTopicIsTakenFromTheWords(String request) {
        assertThat(Topic.of(request)).isEqualTo("the sea");
    }

    @Test
    void numeralsAreUnderstoodInEveryMode() {
        assertThat(Numeral.known("bVII", Scale.MAJOR).chord().tones()).containsExactly(10, 14, 17);
        assertThat(Numeral.known("VI", Scale.MINOR).chord()).isEqualTo(Numeral.known("bVI", Scale.MINOR).chord());
        assertThat(Numeral.known("V7", Scale.MINOR).chord().tones()).containsExactly(7, 11, 14, 17);
        assertThat(Numeral.of("H7", Scale.MAJOR)).isEmpty();
        assertThat(Numeral.of("", Scale.MAJOR)).isEmpty();
    }
}
