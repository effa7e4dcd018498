package atelier.generation;

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
    static String noModel(boolean cloudForbidden, List<Answer.Skip> skipped) {
        Optional<Answer.Skip> stranger = skipped.stream()
                .filter(skip -> skip.failure() == Failure.INVALID && SETTINGS.containsValue(skip.candidate() + ".url"))
                .findFirst();
        if (stranger.isPresent()) {
            return "No model is available. " + misplaced(stranger.get());
        }
        String start = "No model is available. Start Ollama (`ollama serve`, then `ollama pull llama3.2`) or LM Studio with a model";
        return cloudForbidden
                ? start + ", or allow cloud models."
                : start + ", or set a cloud key such as `gemini.key` in config.yml.";
    }

    private static String misplaced(Answer.Skip stranger) {
        String setting = stranger.candidate() + ".url";
        return SETTINGS.entrySet().stream().filter(kind -> !kind.getValue().equals(setting)
                && stranger.reason().startsWith(kind.getKey())).findFirst()
                .map(kind -> "Where `" + setting + "` points, " + kind.getKey() + " answers: whoever runs me names that"
                        + " address as `" + kind.getValue() + "` in config.yml instead.")
                .orElse("Something else answers where `" + setting + "` points (" + stranger.reason()
                        + "): whoever runs me puts that address right in config.yml, or sets it to `off`.");
    }

    static String cloudNotAllowed(String wished) {
        return "“" + wished
                + "” is a cloud model, and cloud models may not be asked here. Choose a local model, or allow the cloud.";
    }

    static String modelMissing(String wished, List<String> others) {
        String there = others.isEmpty()
                ? "None is there at the moment"
                : "There are: " + others.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "");
        return "There is no model “" + wished + "”. " + there + ". Choose one of them, or let me choose.";
    }

    static String serverSilent(String wished, Answer.Skip skip) {
        String server = skip.candidate().replaceFirst("/.*", "");
        return "“" + wished + "” cannot be asked: " + switch (skip.failure()) {
            case LOST -> server + " cut the connection. Try again in a moment, or choose another model.";
            case INVALID -> misplaced(new Answer.Skip(server, skip.failure(), skip.reason()));
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, MODEL_MISSING, UNAUTHORIZED, RATE_LIMITED, TIMEOUT, TOO_LONG,
                    BLOCKED, TRUNCATED, SERVER_ERROR, CANCELLED ->
                server + " is not there (" + skip.reason() + "). Start it, or choose another model.";
        };
    }

    /// @param serverName as the server calls the model
    static String ownSilent(Answer.Skip skip, String serverName) {
        return "“" + skip.candidate() + "” cannot be asked: " + switch (skip.failure()) {
            case MODEL_MISSING ->
                "its server has no model “" + serverName + "”. Load it there, or choose another model.";
            case UNAUTHORIZED -> skip.reason() + ". Give its key anew, or choose another model.";
            case INVALID -> skip.reason() + ". Check its address, or choose another model.";
            case LOST -> "its server cut the connection. Try again in a moment, or choose another model.";
            case NO_MODEL, OVER_BUDGET, UNREACHABLE, RATE_LIMITED, TIMEOUT, TOO_LONG, BLOCKED, TRUNCATED, SERVER_ERROR,
                    CANCELLED ->
                "its server is not there (" + skip.reason() + "). Start it, or choose another model.";
        };
    }

    static String notAmong(Set<String> allowed) {
        return "None of the models that may answer here is there at present: "
                + allowed.stream().sorted().collect(Collectors.joining(", "))
                + ". Try again later; nothing was charged.";
    }

    static String stopped() {
        return "Stopped.";
    }

    static String brokeOff(String candidate, Trouble trouble) {
        return "The answer of " + candidate + " broke off (" + trouble.reason()
                + "). Nothing was charged; ask again.";
    }

    /// @param tried those in which the prompt leaves no room, in turn; at least one
    /// @param cloud whether cloud models were among those who might
    static String tooLong(List<Answer.Skip> tried, boolean cloud) {
        String who = tried.stream().map(skip -> skip.candidate() + ": " + skip.reason())
                .collect(Collectors.joining("; "));
        return "This is too long (" + who
                + "). Shorten the message, start a new conversation, or choose a model with a "
                + "larger context" + (cloud ? "." : ", such as one in the cloud if you allow it.");
    }

    /// @param tried those who did not answer, in turn; at least one
    static String nobodyAnswered(List<Answer.Skip> tried) {
        String who = tried.stream().map(skip -> skip.candidate() + " (" + skip.reason() + ")")
                .collect(Collectors.joining(", "));
        return "No answer from " + who + ". " + wayOut(tried);
    }

    private static boolean isCloud(Answer.Skip skip) {
        return skip.candidate().matches("(gemini|openai|anthropic)/.*");
    }

    private static String wayOut(List<Answer.Skip> tried) {
        Failure last = tried.getLast().failure();
        boolean wasThere = tried.stream().anyMatch(skip -> skip.failure() == Failure.LOST);
        return switch (last == Failure.UNREACHABLE && wasThere ? Failure.LOST : last) {
            case LOST ->
                "The connection was cut before an answer came; try again in a moment, or choose another model.";
            case NO_MODEL, UNREACHABLE -> tried.stream().anyMatch(Sentences::isCloud)
                    ? "Start Ollama or LM Studio, or try again later."
                    : "Start Ollama or LM Studio, or set a cloud key such as `gemini.key` in config.yml.";
            case MODEL_MISSING -> "Load the model or choose another.";
            case UNAUTHORIZED -> isCloud(tried.getLast())
                    ? "Check the provider's key in config.yml."
                    : "Give its key anew, or choose another model.";
            case OVER_BUDGET -> "Use a local model, or have the budget raised.";
            case RATE_LIMITED -> "Try again later, or use a local model.";
            case TIMEOUT, TRUNCATED, INVALID, SERVER_ERROR -> "Try again in a moment, or choose another model.";
            case TOO_LONG -> "Shorten the message, or start a new conversation.";
            case BLOCKED -> "Put it in other words.";
            case CANCELLED -> "";
        };
    }
}
