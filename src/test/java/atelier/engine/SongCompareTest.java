package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.generation.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same song wish given to two models.
class SongCompareTest {
    private static final String PLAN = """
            {"title": "%s", "key": "C", "mode": "major", "bpm": 100, "genre": "pop", "sections": [
              {"name": "verse", "chords": ["I", "V", "vi", "IV"],
               "lyrics": ["%s", "and all the windows start to sing"]},
              {"name": "chorus", "chords": ["IV", "V", "I", "I"],
               "lyrics": ["rain, rain, fall on me", "rain, rain, let me be"]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void eachModelsSongIsThereWithItsSoundAndNotes() {
        var models = new RivalModels()
                .says("ollama/llama3.2:latest", PLAN.formatted("Grey Morning", "the rain is on the roof again"))
                .says("ollama/gemma3:4b", PLAN.formatted("Puddle Sky", "a silver thread is what the cloud will bring"));
        try (var atelier = new TestAtelier(folder, new TestChat(), models, new Tier("free", 25, 100, 1, true, 1),
                TestAtelier.quick())) {
            atelier.models.addAll(List.of(there("llama3.2:latest"), there("gemma3:4b")));

            var answer = atelier.says("ada", "/compare a song about rain in C major, 8 bars models: llama3.2, gemma3");

            assertThat(answer.text()).contains("Grey Morning", "Puddle Sky", "lyrics by llama3.2",
                    "lyrics by gemma3:4b", "all 8 checks passed", "your 👍 picks the winner");
            assertThat(answer.files().keySet()).as("both can be listened to side by side; the rest is in the zip")
                    .contains("grey-morning.ogg", "puddle-sky.ogg", "comparison.zip");
            assertThat(answer.buttons()).extracting(Button::label).contains("👍 llama3.2", "👍 gemma3:4b");
        }
    }

    private static Model there(String name) {
        return new Model(name, "ollama", true, true, 0, Model.State.HEALTHY, 9);
    }
}
