package atelier.engine.model;

import atelier.generation.Model;

/// One model in a list for people.
final class ModelLine {
    private ModelLine() {}

    static String of(Model model) {
        return "- %s **%s** (%s, %s)".formatted(sign(model), model.name(), model.provider(),
                model.local() ? "local" : "cloud");
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
