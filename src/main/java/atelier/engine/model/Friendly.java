package atelier.engine.model;

import atelier.engine.delivery.ServerName;
import atelier.language.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people call models that wishes name by `provider/model`.
final class Friendly {
    private Friendly() {}

    /// A short name for each, in their order: without server, publisher and `:latest` as long as that leaves it different.
    ///
    /// @param configured those that are ids of models, or providers; the others are friendly names already
    static Map<String, String> names(List<String> names, List<String> configured, Phrases phrases) {
        var shown = new LinkedHashMap<String, String>();
        for (var name : names) {
            var brief = configured.contains(name) ? brief(name, phrases) : name;
            shown.put(name, shown.containsValue(brief)
                    ? phrases.say("model.server", "model", brief, "server", server(name, phrases))
                    : brief);
        }
        return shown;
    }

    private static String brief(String id, Phrases phrases) {
        return id.contains("/")
                ? id.substring(id.lastIndexOf('/') + 1).replaceFirst(":latest$", "")
                : server(id, phrases);
    }

    private static String server(String id, Phrases phrases) {
        var provider = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        return ServerName.of(provider, phrases);
    }
}
