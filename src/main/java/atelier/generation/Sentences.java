package atelier.generation;

import atelier.language.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What people are told when there is no answer, each with the way out.
final class Sentences {
    private static final int NAMED = 6;

    private Sentences() {}

    /// Kinds of server at home, by what the troubles call them, and the settings that say where they are.
    private static final Map<String, String> SETTINGS = Map.of("Ollama", "ollama.url", "LM Studio", "lmstudio.url");

    /// @param skipped servers that were passed over
    static Sentence noModel(boolean cloudForbidden, List<Answer.Skip> skipped) {
        Optional<Answer.Skip> stranger = skipped.stream()
                .filter(skip -> skip.failure() == Failure.INVALID && SETTINGS.containsValue(skip.candidate() + ".url"))
                .findFirst();
        return stranger.map(found -> Sentence.of("failure.no-model.misplaced", "why", misplaced(found)))
                .orElseGet(() -> Sentence.of(cloudForbidden ? "failure.no-model.local" : "failure.no-model"));
    }

    private static Sentence misplaced(Answer.Skip stranger) {
        String setting = stranger.candidate() + ".url";
        return SETTINGS.entrySet().stream().filter(kind -> !kind.getValue().equals(setting)
                && stranger.reason().startsWith(kind.getKey())).findFirst()
                .map(kind -> Sentence.of("failure.misplaced.other", "setting", setting, "server", kind.getKey(),
                        "other",
                        kind.getValue()))
                .orElseGet(() -> Sentence.of("failure.misplaced", "setting", setting, "reason", stranger.why()));
    }

    static Sentence cloudNotAllowed(String wished) {
        return Sentence.of("failure.cloud", "model", wished);
    }

    static Sentence modelMissing(String wished, List<String> others) {
        return others.isEmpty()
                ? Sentence.of("failure.missing", "model", wished)
                : Sentence.of("failure.missing.others", "model", wished, "others",
                        others.stream().limit(NAMED).collect(Collectors.joining(", ")), "more",
                        Math.max(0, others.size() - NAMED));
    }

    static Sentence serverSilent(String wished, Answer.Skip skip) {
        String server = skip.candidate().replaceFirst("/.*", "");
        return switch (skip.failure()) {
            case LOST -> Sentence.of("failure.silent.lost", "model", wished, "server", server);
            case INVALID -> Sentence.of("failure.silent.misplaced", "model", wished, "why",
                    misplaced(new Answer.Skip(server, skip.failure(), skip.reason())));
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, MODEL_MISSING, UNAUTHORIZED, RATE_LIMITED, TIMEOUT, TOO_LONG,
                    BLOCKED, TRUNCATED, SERVER_ERROR, CANCELLED ->
                Sentence.of("failure.silent.away", "model", wished, "server", server, "reason", skip.why());
        };
    }

    /// @param serverName as the server calls the model
    static Sentence ownSilent(Answer.Skip skip, String serverName) {
        var model = skip.candidate();
        return switch (skip.failure()) {
            case MODEL_MISSING -> Sentence.of("failure.own.missing", "model", model, "name", serverName);
            case UNAUTHORIZED -> Sentence.of("failure.own.key", "model", model, "reason", skip.why());
            case INVALID -> Sentence.of("failure.own.address", "model", model, "reason", skip.why());
            case LOST -> Sentence.of("failure.own.lost", "model", model);
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, RATE_LIMITED, TIMEOUT, TOO_LONG, BLOCKED, TRUNCATED, SERVER_ERROR,
                    CANCELLED ->
                Sentence.of("failure.own.away", "model", model, "reason", skip.why());
        };
    }

    static Sentence notAmong(Set<String> allowed) {
        return Sentence.of("failure.not-among", "models", allowed.stream().sorted().collect(Collectors.joining(", ")));
    }

    static Sentence stopped() {
        return Sentence.of("failure.stopped");
    }

    static Sentence brokeOff(String candidate, Trouble trouble) {
        return Sentence.of("failure.broke-off", "model", candidate, "reason", trouble.why());
    }

    /// @param tried those in which the prompt leaves no room, in turn; at least one
    /// @param cloud whether cloud models were among those who might
    static Sentence tooLong(List<Answer.Skip> tried, boolean cloud) {
        var who = Sentence.clauses(tried.stream()
                .map(skip -> Sentence.of("failure.who.long", "model", skip.candidate(), "reason", skip.why()))
                .toList());
        return Sentence.of(cloud ? "failure.too-long" : "failure.too-long.local", "who", who);
    }

    /// @param tried those who did not answer, in turn; at least one
    static Sentence nobodyAnswered(List<Answer.Skip> tried) {
        var who = Sentence.list(tried.stream()
                .map(skip -> Sentence.of("failure.who", "model", skip.candidate(), "reason", skip.why())).toList());
        return Sentence.of("failure.nobody", "who", who, "way", wayOut(tried));
    }

    private static boolean isCloud(Answer.Skip skip) {
        return skip.candidate().matches("(gemini|openai|anthropic)/.*");
    }

    private static Sentence wayOut(List<Answer.Skip> tried) {
        Failure last = tried.getLast().failure();
        boolean wasThere = tried.stream().anyMatch(skip -> skip.failure() == Failure.LOST);
        return switch (last == Failure.UNREACHABLE && wasThere ? Failure.LOST : last) {
            case LOST -> Sentence.of("failure.way.lost");
            case NO_MODEL, UNREACHABLE -> Sentence.of(
                    tried.stream().anyMatch(Sentences::isCloud) ? "failure.way.start-later" : "failure.way.start");
            case MODEL_MISSING -> Sentence.of("failure.way.load");
            case UNAUTHORIZED -> Sentence.of(isCloud(tried.getLast()) ? "failure.way.config-key" : "failure.way.key");
            case OVER_BUDGET -> Sentence.of("failure.way.budget");
            case RATE_LIMITED -> Sentence.of("failure.way.rate");
            case TIMEOUT, TRUNCATED, INVALID, SERVER_ERROR -> Sentence.of("failure.way.again");
            case TOO_LONG -> Sentence.of("failure.way.shorten");
            case BLOCKED -> Sentence.of("failure.way.reword");
            case CANCELLED -> Sentence.plain("");
        };
    }
}
