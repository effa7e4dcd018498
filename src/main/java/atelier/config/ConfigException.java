package atelier.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The configuration cannot be used. The message names every mistake, one line each, and is meant for the operator's eyes.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    private ConfigException(List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(mistake -> "  " + mistake)
                .collect(Collectors.joining("\n", headline(mistakes.size()) + "\n", "")));
        this.mistakes = mistakes;
    }

    static ConfigException of(List<Mistake> mistakes) {
        return new ConfigException(mistakes.stream().sorted(Comparator.comparing(Mistake::place)).toList());
    }

    /// In the order of the file, then of the environment.
    public List<Mistake> mistakes() {
        return mistakes;
    }

    private static String headline(int count) {
        return count == 1 ? "The configuration has a mistake:" : "The configuration has " + count + " mistakes:";
    }
}
