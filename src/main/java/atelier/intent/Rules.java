package atelier.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table `rules.txt`: what the facts of an utterance mean.
final class Rules {
    /// @param action   of the kinds that have one, else empty
    /// @param question which question to ask because the rule is unsure
    record Verdict(Intent.Kind kind, String action, double confidence, @Nullable String question) {}

    private record Condition(List<String> anyOf, boolean absent, int longest) {
        boolean holds(Reading reading) {
            boolean any = anyOf.stream().anyMatch(reading::is) || (longest >= 0 && reading.length() <= longest);
            return any != absent;
        }
    }

    private record Rule(Verdict verdict, List<Condition> conditions) {}

    private static final List<Rule> TABLE = Lexicon.lines("rules.txt").stream().map(Rules::rule).toList();

    private Rules() {}

    static Verdict judge(Reading reading) {
        for (var rule : TABLE) {
            boolean all = true;
            for (var condition : rule.conditions()) {
                all = all && condition.holds(reading);
            }
            if (all) {
                return rule.verdict();
            }
        }
        return new Verdict(Intent.Kind.CHAT, "", 0.5, null);
    }

    /// The action of the first rule of this kind that has something for it, whatever speaks against it; may be empty.
    static String action(Intent.Kind kind, Reading reading) {
        return TABLE.stream().filter(rule -> rule.verdict().kind() == kind)
                .filter(rule -> rule.conditions().stream().allMatch(each -> each.absent() || each.holds(reading)))
                .map(rule -> rule.verdict().action()).findFirst().orElse("");
    }

    private static Rule rule(String line) {
        int equals = line.indexOf('=', line.indexOf(' '));
        var head = line.substring(0, equals).strip().split("\\s+", -1);
        var name = head[0].split(":", 2);
        var verdict = new Verdict(Intent.Kind.valueOf(name[0].toUpperCase(Locale.ROOT)),
                name.length > 1 ? name[1] : "", Double.parseDouble(head[1]),
                head.length > 2 ? head[2].substring(1) : null);
        var conditions = new ArrayList<Condition>();
        for (var word : line.substring(equals + 1).strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                conditions.add(condition(word));
            }
        }
        return new Rule(verdict, List.copyOf(conditions));
    }

    private static Condition condition(String word) {
        boolean absent = word.startsWith("!");
        var names = new ArrayList<String>();
        int longest = -1;
        for (var name : (absent ? word.substring(1) : word).split("\\|", -1)) {
            if (name.startsWith("len<=")) {
                longest = Integer.parseInt(name.substring(5));
            } else {
                names.add(name);
            }
        }
        return new Condition(List.copyOf(names), absent, longest);
    }
}
