package atelier.cli.doctor;

import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import atelier.generation.transport.Http;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A model server on a machine of the operator.
///
/// @param isWanted      whether the operator named it; otherwise it is welcome, but nobody waits for it
/// @param preferred     the model to prefer; null for any
/// @param historyTokens what a prompt may hold of the conversation so far
record ModelServerCheck(Words words, URI url, Function<Http, Provider> provider, boolean isWanted,
        @Nullable String preferred, int historyTokens) implements Check {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int ROOM_FOR_AN_ANSWER = 2000;
    private static final int MOST_NAMES = 5;

    /// @param section of the configuration
    /// @param start   how to get the server running
    /// @param fetch   how to get a model
    record Words(String name, String section, String start, String fetch) {}

    @Override
    public String subject() {
        return words.name();
    }

    @Override
    public List<Finding> findings() {
        try (var http = ModelChecks.http()) {
            return switch (provider.apply(http).models(LIMIT)) {
                case Listing.Down(Trouble trouble) -> List.of(down(trouble));
                case Listing.Up(List<Model> models) -> up(models);
            };
        }
    }

    private Finding down(Trouble trouble) {
        var where = url.getAuthority();
        if (trouble.failure() == Failure.INVALID) {
            return new Finding(badness(), Ailment.SERVER_IS_OTHER, subject(),
                    "what answers at " + where + " is no " + subject(),
                    "Set `" + words.section() + ".url` to the right address, or to off.");
        }
        var why = trouble.failure() == Failure.UNREACHABLE ? "nothing answers at " + where : trouble.reason();
        return new Finding(badness(), Ailment.SERVER_SILENT, subject(), why, words.start());
    }

    private Finding.Level badness() {
        return isWanted ? Finding.Level.WRONG : Finding.Level.DOUBTFUL;
    }

    private List<Finding> up(List<Model> models) {
        if (models.isEmpty()) {
            return List.of(new Finding(badness(), Ailment.SERVER_WITHOUT_MODEL, subject(),
                    "runs, but has no model that writes text",
                    words.fetch()));
        }
        var findings = new ArrayList<Finding>();
        if (preferred != null && models.stream().noneMatch(model -> isPreferred(model, preferred))) {
            findings.add(Finding.wrong(Ailment.MODEL_MISSING, subject(),
                    "has no model " + preferred + "; it has " + names(models),
                    "Get it, or set `" + words.section() + ".model` to one of these."));
        }
        findings.add(Finding.fine(subject(), "has " + names(models)));
        if (models.stream().noneMatch(Model::loaded)) {
            findings.add(Finding.doubtful(Ailment.MODEL_NOT_LOADED, subject(),
                    "no model is loaded, so the first answer waits for that",
                    "Load one now if that matters."));
        }
        models.stream().filter(this::isCramped).filter(model -> preferred == null || isPreferred(model, preferred))
                .limit(1).map(this::cramped).forEach(findings::add);
        return findings;
    }

    private boolean isCramped(Model model) {
        return model.contextTokens() > 0 && model.contextTokens() < historyTokens + ROOM_FOR_AN_ANSWER;
    }

    private Finding cramped(Model model) {
        return Finding.doubtful(Ailment.CONTEXT_TOO_SMALL, subject(),
                model.name() + " reads only " + model.contextTokens()
                        + " tokens, fewer than a conversation and an answer may take",
                "Give it a longer context, or lower `history.tokens` (" + historyTokens + " now).");
    }

    private static boolean isPreferred(Model model, String preferred) {
        var name = model.name().toLowerCase(Locale.ROOT);
        var wish = preferred.toLowerCase(Locale.ROOT);
        return name.equals(wish) || name.startsWith(wish + ":") || name.endsWith("/" + wish);
    }

    private static String names(List<Model> models) {
        return models.stream().limit(MOST_NAMES).map(Model::name).collect(Collectors.joining(", "))
                + (models.size() > MOST_NAMES ? " and " + (models.size() - MOST_NAMES) + " more" : "");
    }
}
