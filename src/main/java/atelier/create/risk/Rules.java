package atelier.create.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table `rules.txt`: level, pattern, the key of what the command does.
final class Rules {
    private static final List<Rule> TABLE = read();

    private record Rule(Risk risk, Pattern pattern, String deed) {}

    private Rules() {}

    /// The worst that any rule says of one plain command; empty when none knows it.
    static Optional<Verdict> of(String command) {
        return TABLE.stream().filter(rule -> rule.pattern.matcher(command).find()).findFirst()
                .map(rule -> Verdict.of(rule.risk, rule.deed));
    }

    /// The keys of all that the table knows of commands.
    static Set<String> deeds() {
        return TABLE.stream().map(Rule::deed).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Rule> read() {
        try (var in = Rules.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("rules.txt is missing");
            }
            var rules = new ArrayList<Rule>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int first = line.indexOf('|');
                    int last = line.lastIndexOf("| ");
                    rules.add(new Rule(Risk.named(line.substring(0, first)).orElseThrow(),
                            Pattern.compile(line.substring(first + 1, last).strip(), Pattern.DOTALL),
                            line.substring(last + 1).strip()));
                }
            }
            // Worst first, so that the first that fits is the worst that fits.
            return rules.stream().sorted((one, other) -> other.risk.compareTo(one.risk)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
