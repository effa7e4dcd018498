package atelier.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Lays variables named `ATELIER_…` over what the file gave. An empty variable counts as not set, since that is how
/// Compose hands on one that is missing.
final class Environment {
    private static final String PREFIX = "ATELIER_";

    private Environment() {}

    static void read(Map<String, String> environment, Given given) {
        new TreeMap<>(environment).forEach((variable, text) -> {
            if (variable.startsWith(PREFIX) && !text.isBlank()) {
                readOne(variable, text.strip(), given);
            }
        });
    }

    private static void readOne(String variable, String text, Given given) {
        Settings.ALL.stream()
                .map(setting -> setting.keyOf(variable))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(key -> given.entries().put(key, new Entry(text, false, new Place(variable, 0))),
                        () -> unknown(variable, given));
    }

    /// A near miss is a mistake. Anything else may come from elsewhere (Kubernetes sets `ATELIER_PORT` and more for a
    /// service called atelier), so it is only mentioned.
    private static void unknown(String variable, Given given) {
        List<String> known = Settings.ALL.stream().map(setting -> Setting.variable(setting.key())).toList();
        String meant = Nearest.to(variable, known);
        if (meant != null && Nearest.changes(variable, meant) <= 2) {
            given.mistake(new Place(variable, 0), "the variable", "is not a setting", "Did you mean " + meant + "?");
        } else {
            given.warning("The variable " + variable + " is not a setting and is ignored.");
        }
    }
}
