package atelier.engine.model;

import atelier.generation.Model;
import atelier.generation.Trouble;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.setup.OwnSighting;
import atelier.language.Phrases;
import java.time.ZoneOffset;
import java.util.Optional;

/// One model in a list for people.
final class ModelLine {
    private ModelLine() {}

    static String of(Model model, Phrases phrases) {
        return "- %s **%s** (%s, %s)".formatted(sign(model, phrases), model.name(), model.provider(),
                place(model.local(), phrases));
    }

    static String of(OwnSighting own, Optional<RegisteredModel> registered, Phrases phrases) {
        var sign = !own.known()
                ? "◌ " + phrases.say("model.unseen")
                : own.trouble().isEmpty() ? sign(own.model(), phrases) : "⊘ " + Trouble.said(own.trouble()).in(phrases);
        return "- %s%s **%s** (%s)%s%s".formatted(
                registered.filter(RegisteredModel::favourite).isPresent() ? "★ " : "", sign, own.label().name(),
                phrases.say("model.on", "model", own.model().name(), "server", own.kind(), "place",
                        place(own.model().local(), phrases)),
                own.allowed() ? "" : ", " + phrases.say("model.not-asked"),
                registered.map(model -> record(model, phrases)).orElse(""));
    }

    private static String place(boolean local, Phrases phrases) {
        return phrases.say(local ? "job.local" : "job.cloud");
    }

    private static String record(RegisteredModel model, Phrases phrases) {
        var last = model.lastUsed();
        return last == null
                ? " · " + phrases.say("model.unused")
                : " · " + phrases.say("model.used", "count", model.sessions(), "day", last.atZone(ZoneOffset.UTC));
    }

    private static String sign(Model model, Phrases phrases) {
        return switch (model.state()) {
            case HEALTHY -> "● %d ms".formatted(model.latencyMs());
            case LOADING -> "◐ " + phrases.say("model.loading");
            case BUSY -> "◑ " + phrases.say("model.busy");
            case OFFLINE -> "⊘ " + phrases.say("model.offline");
        };
    }
}
