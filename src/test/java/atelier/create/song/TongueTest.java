package atelier.create.song;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.song.SongPlan.Role;
import atelier.create.song.SongPlan.Section;
import atelier.intent.MusicBrief;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {
    private static MusicBrief brief(@Nullable String language) {
        return new MusicBrief(null, null, null, null, null, null, "pop", null, language, null);
    }

    private static SongPlan plan(String request, @Nullable String language, long seed) {
        return SongPlanner.plan(new Wish(request, Tongue.heard(request, brief(language)), seed, false,
                Optional.empty(), false));
    }

    private static List<String> lines(SongPlan plan) {
        return plan.sections().stream().flatMap(it -> it.lyrics().stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({"Schreib mir ein Lied über den Regen,de,den Regen", "escríbeme una canción sobre el mar,es,el mar",
            "écris une chanson sur la mer,fr,la mer", "escreve uma canção sobre o mar,pt,o mar",
            "напиши песню о море,ru,море", "写一首关于大海的歌,zh,大海", "write a song about the sea,en,the sea"})
    void aSongIsInTheLanguageItIsAskedForInAndAboutWhatIsAsked(String request, String language, String topic) {
        for (long seed = 0; seed < 12; seed++) {
            SongPlan plan = plan(request, null, seed);
            assertThat(plan.language()).isEqualTo(language);
            List<String> refrain = plan.sections().stream().filter(it -> it.role() == Role.CHORUS).findFirst()
                    .orElseThrow().lyrics();
            assertThat(refrain.getFirst()).contains(topic);
            assertThat(refrain.get(2)).as("comes back").isEqualTo(refrain.getFirst());
            if (!language.equals("en")) {
                assertThat(lines(plan)).noneMatch(line -> line.matches("(?i).*\\b(the|and|you|night|it)\\b.*"));
            }
            var syllables = new Syllables(language);
            assertThat(lines(plan)).allMatch(line -> syllables.of(line).size() >= 3
                    && syllables.of(line).size() <= 12);
        }
    }

    @ParameterizedTest
    @CsvSource({"de", "es", "pt", "ru"})
    void versesRhymeInPairs(String language) {
        for (long seed = 0; seed < 12; seed++) {
            SongPlan plan = plan("la la", language, seed);
            for (Section section : plan.sections().stream().filter(it -> it.role() == Role.VERSE).toList()) {
                for (int i = 0; i + 1 < section.lyrics().size(); i += 2) {
                    assertThat(end(section.lyrics().get(i))).isEqualTo(end(section.lyrics().get(i + 1)));
                    assertThat(section.lyrics().get(i)).isNotEqualTo(section.lyrics().get(i + 1));
                }
            }
        }
    }

    private static String end(String line) {
        return line.substring(line.length() - 2);
    }

    @Test
    void aLanguageNamedInTheWordsGoesBeforeTheOneTheyAreIn() {
        assertThat(plan("a song about the sea in German", "de", 1).language()).isEqualTo("de");
        assertThat(lines(plan("a song about the sea in German", "de", 1)))
                .as("the topic is in English and stays out").noneMatch(line -> line.contains("sea"));
        assertThat(plan("un lied pour la mer", null, 1).language()).isIn("fr", "en");
        assertThat(plan("make it a waltz", null, 1).language()).isEqualTo("en");
    }

    @Test
    void theLanguageOfASongStaysWhenItIsChanged() {
        SongPlan first = plan("Schreib mir ein Lied über den Regen", null, 1);
        Draft draft = PlanReader.read(new String(PlanJson.of(first), java.nio.charset.StandardCharsets.UTF_8));
        SongPlan second = SongPlanner.plan(new Wish("slower", brief(null), 1, false, Optional.empty(), false), draft,
                "the built-in songwriter");
        assertThat(second.language()).isEqualTo("de");
        assertThat(second.title()).isEqualTo("Regen");
    }
}
