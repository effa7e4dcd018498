package atelier.engine.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What models are called in a comparison.
final class Names {
    private Names() {}

    /// Without server, publisher and `:latest` as long as that leaves each name different.
    static List<String> shown(List<String> ids) {
        return Stream.of(ids.stream().map(Names::bare).toList(), ids.stream().map(Names::plain).toList())
                .filter(names -> names.stream().distinct().count() == names.size()).findFirst().orElse(ids);
    }

    private static String bare(String id) {
        return plain(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String plain(String id) {
        return id.endsWith(":latest") ? id.substring(0, id.length() - ":latest".length()) : id;
    }

    /// A folder for each, different on every system.
    static List<String> folders(List<String> names) {
        var taken = new HashSet<String>();
        var folders = new ArrayList<String>();
        for (var name : names) {
            var folder = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
            while (folder.isEmpty() || !taken.add(folder)) {
                folder = (folder.isEmpty() ? "model" : folder) + "-" + (folders.size() + 1);
            }
            folders.add(folder);
        }
        return folders;
    }
}
