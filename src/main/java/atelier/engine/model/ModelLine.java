package atelier.engine.model;

import atelier.generation.Model;
import atelier.generation.registry.RegisteredModel;
import atelier.generation.setup.OwnSighting;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// One model in a list for people.
final class ModelLine {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private ModelLine() {}

    static String of(Model model) {
        return "- %s **%s** (%s, %s)".formatted(sign(model), model.name(), model.provider(), place(model.local()));
    }

    static String of(OwnSighting own, Optional<RegisteredModel> registered) {
        var sign = !own.known()
                ? "◌ not looked at yet"
                : own.trouble().isEmpty() ? sign(own.model()) : "⊘ " + own.trouble();
        return "- %s%s **%s** (%s on %s, %s)%s%s".formatted(
                registered.filter(RegisteredModel::favourite).isPresent() ? "★ " : "", sign, own.label().name(),
                own.model().name(), own.kind(), place(own.model().local()),
                own.allowed() ? "" : ", not asked: local only",
                registered.map(ModelLine::record).orElse(""));
    }

    private static String place(boolean local) {
        return local ? "local" : "cloud";
    }

    private static String record(RegisteredModel model) {
        var last = model.lastUsed();
        return last == null
                ? " · not used yet"
                : " · %d %s, last on %s".formatted(model.sessions(),
                        model.sessions() == 1 ? "conversation" : "conversations",
                        DAY.format(last.atOffset(ZoneOffset.UTC)));
    }

    private static String sign(Model model) {
        return switch (model.state()) {
            case HEALTHY -> "● %d ms".formatted(model.latencyMs());
            case LOADING -> "◐ loading";
            case BUSY -> "◑ busy";
            case OFFLINE -> "⊘ offline";
        };
    }
}
