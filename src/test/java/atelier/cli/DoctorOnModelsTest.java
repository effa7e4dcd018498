package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.doctor.Ailment;
import atelier.standin.GeminiStandIn;
import atelier.standin.LmStudioStandIn;
import atelier.standin.OllamaStandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOnModelsTest {
    private static final String KEY = "AIzaNobodysKeyNobodysKeyNobodysKey";

    @TempDir
    Path home;

    private Examination with(String configuration) throws IOException {
        return Examination.of(home, configuration);
    }

    private static String ollamaAt(String url) {
        return "lmstudio.url: off\nollama.url: " + url + "\n";
    }

    private static String lmStudioAt(String url) {
        return "ollama.url: off\nlmstudio.url: " + url + "\n";
    }

    private static String geminiAt(String url) {
        return Examination.NO_MODELS + "gemini.url: " + url + "\ngemini.key: " + KEY + "\n";
    }

    @Test
    void noModelAnywhereStillLeavesMelodies() throws IOException {
        var said = with(Examination.NO_MODELS);

        said.says(Ailment.NO_MODEL_AT_ALL, "⚠ Models: none can answer; melodies still work", "docs/models.md", 0);
        said.says(Ailment.GEMINI_OFF, "⚠ Gemini: off, since there is no key", "gemini.key", 0);
    }

    @Test
    void anOllamaSomebodyAskedForMustAnswer() throws IOException {
        var ollama = new OllamaStandIn();
        ollama.close();

        with(ollamaAt(ollama.url())).says(Ailment.SERVER_SILENT, "✗ Ollama: nothing answers at localhost:",
                "ollama serve", 1);
    }

    @Test
    void anOllamaThatRunsNeedsAModel() throws IOException {
        try (var ollama = new OllamaStandIn()) {
            with(ollamaAt(ollama.hasNoModels().url())).says(Ailment.SERVER_WITHOUT_MODEL,
                    "✗ Ollama: runs, but has no model", "ollama pull", 1);
        }
    }

    @Test
    void whatIsNoOllamaIsSaid() throws IOException {
        try (var other = CannedServer.answering(200, "<title>Router</title>")) {
            with(ollamaAt(other.url())).says(Ailment.SERVER_IS_OTHER, "✗ Ollama: what answers at localhost:",
                    "ollama.url", 1);
        }
    }

    @Test
    void aMissingModelIsToldWithThoseThatAreThere() throws IOException {
        try (var ollama = new OllamaStandIn()) {
            ollama.hasModel("llama3.2:latest");
            with(ollamaAt(ollama.url()) + "ollama.model: qwen3").says(Ailment.MODEL_MISSING,
                    "✗ Ollama: has no model qwen3; it has llama3.2",
                    "ollama.model", 1);
        }
    }

    @Test
    void aModelIsFoundWithoutItsTag() throws IOException {
        try (var ollama = new OllamaStandIn()) {
            ollama.hasModel("llama3.2:latest");
            var said = with(ollamaAt(ollama.url()) + "ollama.model: llama3.2");

            said.says("✓ Ollama: has llama3.2:latest.", "", 0);
            assertThat(said.lines()).noneMatch(line -> line.contains("Models:"));
        }
    }

    @Test
    void aShortMemoryIsWarnedOf() throws IOException {
        try (var ollama = new OllamaStandIn()) {
            ollama.hasModel("tiny:latest", true, 2048);
            with(ollamaAt(ollama.url())).says(Ailment.CONTEXT_TOO_SMALL, "⚠ Ollama: tiny:latest reads only 2048 tokens",
                    "history.tokens", 0);
        }
    }

    @Test
    void lmStudioIsToldFromWhatAnswersAnything() throws IOException {
        try (var other = CannedServer.answering(200, "{\"error\":\"Unexpected endpoint\"}")) {
            with(lmStudioAt(other.url())).says(Ailment.SERVER_IS_OTHER, "✗ LM Studio: what answers at localhost:",
                    "lmstudio.url", 1);
        }
    }

    @Test
    void lmStudioWithNothingLoadedStillWorks() throws IOException {
        try (var lmStudio = new LmStudioStandIn()) {
            lmStudio.hasNoModels().hasModel("qwen3-8b", false, 32768);
            var said = with(lmStudioAt(lmStudio.url()));

            said.says("✓ LM Studio: has qwen3-8b", "", 0);
            said.says(Ailment.MODEL_NOT_LOADED, "⚠ LM Studio: no model is loaded", "Load one", 0);
        }
    }

    @Test
    void lmStudioRefusedOrWithoutAModelIsSaid() throws IOException {
        var lmStudio = new LmStudioStandIn();
        with(lmStudioAt(lmStudio.hasNoModels().url())).says(Ailment.SERVER_WITHOUT_MODEL,
                "✗ LM Studio: runs, but has no model", "Download", 1);
        lmStudio.close();
        with(lmStudioAt(lmStudio.url())).says(Ailment.SERVER_SILENT, "✗ LM Studio: nothing answers at",
                "Start its server", 1);
    }

    @Test
    void aGeminiKeyThatIsRefusedIsNeverShown() throws IOException {
        var refusal = """
                {"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT",
                "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}""";
        try (var google = CannedServer.answering(400, refusal)) {
            var said = with(geminiAt(google.url()));

            said.says(Ailment.GEMINI_KEY_REFUSED, "✗ Gemini: key refused", "aistudio.google.com", 1);
            assertThat(said.lines()).noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    void geminiMustHaveTheModel() throws IOException {
        try (var gemini = new GeminiStandIn()) {
            gemini.hasModel("gemini-3.8-flash");
            with(geminiAt(gemini.url())).says("✓ Gemini: the key is right; gemini-3.8-flash answers", "", 0);
            with(geminiAt(gemini.url()) + "gemini.model: gemini-1-old")
                    .says(Ailment.GEMINI_MODEL_MISSING,
                            "✗ Gemini: the key is right, but there is no model gemini-1-old", "gemini.model", 1);
        }
    }

    @Test
    void geminiOutOfReachOrSomethingElseIsSaid() throws IOException {
        var gemini = new GeminiStandIn();
        gemini.close();
        with(geminiAt(gemini.url())).says(Ailment.GEMINI_UNREACHABLE, "✗ Gemini: localhost:", "gemini.url", 1);
        try (var other = CannedServer.answering(200, "{}")) {
            with(geminiAt(other.url())).says(Ailment.GEMINI_IS_OTHER, "✗ Gemini: what answers at localhost:",
                    "gemini.url", 1);
        }
    }
}
