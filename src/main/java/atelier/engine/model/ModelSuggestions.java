package atelier.engine.model;

import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may be meant while somebody types about models.
public final class ModelSuggestions {
    private static final List<String> REQUESTS = List.of("add", "auto", "local-only on", "local-only off", "stats",
            "bench",
            "learning off", "learning on");

    private final ModelList list;

    public ModelSuggestions(Parts parts) {
        this.list = new ModelList(parts);
    }

    /// @param command name without the slash
    /// @param typed   what stands in the option so far
    /// @return whole values for the option, best first; empty where nothing is known of it
    public List<String> of(Asker asker, String command, String option, String typed) {
        if (option.equals("model")) {
            return fitting(list.names(asker).stream(), typed);
        }
        if (option.equals("models")) {
            return furtherOnes(list.names(asker), typed);
        }
        return command.equals("model") && option.equals("prompt")
                ? fitting(Stream.concat(list.names(asker).stream().map(name -> "use " + name), REQUESTS.stream()),
                        typed)
                : List.of();
    }

    /// Names behind those that stand there already, separated by commas.
    private static List<String> furtherOnes(List<String> names, String typed) {
        var comma = typed.lastIndexOf(',');
        var before = comma < 0 ? "" : typed.substring(0, comma).strip();
        var taken = List.of(before.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1));
        var further = fitting(names.stream().filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT))),
                typed.substring(comma + 1).strip());
        return before.isEmpty() ? further : further.stream().map(name -> before + ", " + name).toList();
    }

    /// What begins so first, then what holds every word of it anywhere.
    private static List<String> fitting(Stream<String> values, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var words = List.of(wanted.split("\\s+", -1));
        var all = values.filter(value -> words.stream().allMatch(value.toLowerCase(Locale.ROOT)::contains)).toList();
        var sorted = new ArrayList<>(
                all.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(wanted)).toList());
        all.stream().filter(value -> !sorted.contains(value)).forEach(sorted::add);
        return sorted;
    }
}
