package atelier.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the operator gave, by key, and what was found wrong with it on the way.
final class Given {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Map<String, Entry> entries() {
        return entries;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    List<String> warnings() {
        return warnings;
    }

    void mistake(Place place, String key, String problem, String remedy) {
        mistakes.add(new Mistake(place, key, problem, remedy));
    }

    void warning(String sentence) {
        warnings.add(sentence);
    }

    /// Names every key that is no setting, with the one that was probably meant.
    void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (Settings.find(key) != null) {
                return;
            }
            if (Settings.isSection(key)) {
                if (!entry.isBlank()) {
                    mistake(entry.place(), key, "is a group of settings, not one value",
                            "Write its settings on lines of their own below it, indented.");
                }
            } else {
                String meant = Nearest.to(key, knownKeys());
                mistake(entry.place(), key, "is not a setting", meant == null
                        ? "Delete it; config.example.yml lists every setting."
                        : "Did you mean " + meant + "?");
            }
        });
    }

    private List<String> knownKeys() {
        return Settings.ALL.stream().flatMap(setting -> setting.key().contains("*")
                ? tierNames().map(tier -> setting.key().replace("*", tier))
                : Stream.of(setting.key())).toList();
    }

    /// The default tiers and those that have at least one right setting.
    Stream<String> tierNames() {
        Stream<String> given = entries.keySet().stream()
                .filter(key -> key.startsWith("tiers.") && Settings.find(key) != null)
                .map(key -> key.split("\\.", -1)[1]);
        return Stream.concat(TierSettings.defaults().keySet().stream(), given).distinct();
    }
}
