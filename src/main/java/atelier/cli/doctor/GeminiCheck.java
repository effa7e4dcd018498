package atelier.cli.doctor;

import atelier.config.Config;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Trouble;
import atelier.generation.cloud.GeminiProvider;
import java.time.Duration;
import java.util.List;

/// Gemini: the key, the way there, and the model.
record GeminiCheck(Config.Cloud gemini) implements Check {
    static final String SUBJECT = "Gemini";
    private static final Duration LIMIT = Duration.ofSeconds(4);

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> findings() {
        var key = gemini.key();
        if (key == null) {
            return List.of(Finding.doubtful(Ailment.GEMINI_OFF, SUBJECT, "off, since there is no key",
                    "If a cloud may answer when no model of yours can: set `gemini.key`."));
        }
        try (var http = ModelChecks.http()) {
            return List.of(
                    switch (new GeminiProvider(http, gemini.url().toString(), key.value().strip()).models(LIMIT)) {
                        case Listing.Down(Trouble trouble) -> down(trouble);
                        case Listing.Up(List<Model> models) -> up(models);
                    });
        }
    }

    private Finding down(Trouble trouble) {
        var where = gemini.url().getAuthority();
        return switch (trouble.failure()) {
            case UNAUTHORIZED -> Finding.wrong(Ailment.GEMINI_KEY_REFUSED, SUBJECT, trouble.reason(),
                    "Make a new key at https://aistudio.google.com/apikey and set `gemini.key`.");
            case UNREACHABLE, LOST, TIMEOUT ->
                Finding.wrong(Ailment.GEMINI_UNREACHABLE, SUBJECT,
                        where + " cannot be reached (" + trouble.reason() + ")",
                        "Check the network, a firewall or proxy, and `gemini.url`.");
            case RATE_LIMITED -> Finding.doubtful(Ailment.GEMINI_TROUBLE, SUBJECT, trouble.reason(),
                    "Wait, or raise the quota of the key.");
            case INVALID, MODEL_MISSING ->
                Finding.wrong(Ailment.GEMINI_IS_OTHER, SUBJECT, "what answers at " + where + " is no Gemini",
                        "Correct `gemini.url`, or delete it to use Google's own.");
            case NO_MODEL, OVER_BUDGET, TOO_LONG, BLOCKED, TRUNCATED, SERVER_ERROR, CANCELLED ->
                Finding.doubtful(Ailment.GEMINI_TROUBLE, SUBJECT,
                        "answers with trouble of its own (" + trouble.reason() + ")", "Try again in some minutes.");
        };
    }

    private Finding up(List<Model> models) {
        var model = gemini.model();
        return model == null || models.stream().anyMatch(each -> each.name().equals(model))
                ? Finding.fine(SUBJECT, "the key is right" + (model == null ? "" : "; " + model + " answers"))
                : Finding.wrong(Ailment.GEMINI_MODEL_MISSING, SUBJECT,
                        "the key is right, but there is no model " + model,
                        "Set `gemini.model` to one of those at https://ai.google.dev/gemini-api/docs/models.");
    }
}
