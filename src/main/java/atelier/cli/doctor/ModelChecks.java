package atelier.cli.doctor;

import atelier.cli.doctor.ModelServerCheck.Words;
import atelier.config.Config;
import atelier.config.ConfigReading;
import atelier.generation.Provider;
import atelier.generation.local.LmStudioProvider;
import atelier.generation.local.OllamaProvider;
import atelier.generation.transport.Http;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One check for each place models may be at, and what they come to together.
final class ModelChecks {
    private static final Words OLLAMA = new Words("Ollama", "ollama",
            "Start it (`ollama serve`), or set `ollama.url`; `ollama.url: off` if you do not want it.",
            "Get one: `ollama pull llama3.2`.");
    private static final Words LM_STUDIO = new Words("LM Studio", "lmstudio",
            "Start its server (page Developer), or set `lmstudio.url`; `lmstudio.url: off` if you do not want it.",
            "Download one in LM Studio (page Discover).");
    private static final Set<String> SUBJECTS = Set.of(OLLAMA.name(), LM_STUDIO.name(), GeminiCheck.SUBJECT);

    private ModelChecks() {}

    static List<Check> of(ConfigReading reading) {
        var checks = new ArrayList<Check>();
        var config = reading.draft();
        var ollama = config.ollama().url();
        if (ollama != null) {
            checks.add(server(reading, OLLAMA, ollama, config.ollama(),
                    http -> new OllamaProvider(http, ollama.toString())));
        }
        var lmStudio = config.lmStudio().url();
        if (lmStudio != null) {
            checks.add(server(reading, LM_STUDIO, lmStudio, config.lmStudio(),
                    http -> new LmStudioProvider(http, lmStudio.toString())));
        }
        checks.add(new GeminiCheck(config.gemini()));
        return checks;
    }

    private static Check server(ConfigReading reading, Words words, URI url, Config.ModelServer server,
            Function<Http, Provider> provider) {
        var given = reading.given();
        var isWanted = given.contains(words.section() + ".url") || given.contains(words.section() + ".model");
        return new ModelServerCheck(words, url, provider, isWanted, server.model(), reading.draft().historyTokens());
    }

    /// What follows when no place has a model that can answer.
    static List<Finding> together(List<Finding> findings) {
        var someAnswers = findings.stream().anyMatch(finding -> SUBJECTS.contains(finding.subject())
                && finding.level() == Finding.Level.FINE);
        return someAnswers
                ? List.of()
                : List.of(Finding.doubtful(Ailment.NO_MODEL_AT_ALL, "Models",
                        "none can answer; melodies still work, all else waits for one",
                        "Start Ollama or LM Studio, or set `gemini.key`; see docs/models.md."));
    }

    static Http http() {
        return new Http(Duration.ofSeconds(2));
    }
}
