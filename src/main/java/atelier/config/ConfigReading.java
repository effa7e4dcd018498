package atelier.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of reading a configuration, mistakes and all: for whoever wants to look at the right settings even so.
///
/// @param draft    the configuration with the default in place of each wrong setting; only fit for use without mistakes
/// @param mistakes in the order of the file, then of the environment
/// @param given    the keys somebody wrote, such as `ollama.url`, whatever they hold
public record ConfigReading(Config draft, List<Mistake> mistakes, Set<String> given) {
    public ConfigReading {
        mistakes = List.copyOf(mistakes);
        given = Set.copyOf(given);
    }

    /// Reads the file, then lays the environment's `ATELIER_…` variables over it. Never throws for what they hold.
    ///
    /// @param file        null for none
    /// @param environment as `System.getenv()`
    public static ConfigReading of(@Nullable Path file, Map<String, String> environment) {
        Given given = new Given();
        if (file != null) {
            YamlFile.read(file, given);
        }
        Environment.read(environment, given);
        given.refuseUnknownKeys();
        Config draft = new Assembly(given).config();
        return new ConfigReading(draft,
                given.mistakes().stream().sorted(Comparator.comparing(Mistake::place)).toList(),
                given.entries().entrySet().stream().filter(entry -> !entry.getValue().isBlank()).map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /// The configuration, when it has no mistake.
    ///
    /// @throws ConfigException with every mistake in it
    public Config config() {
        if (!mistakes.isEmpty()) {
            throw ConfigException.of(mistakes);
        }
        return draft;
    }
}
