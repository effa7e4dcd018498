package atelier.engine.model;

import atelier.generation.registry.ModelPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people call models that wishes name by `provider/model`.
final class Friendly {
    private Friendly() {}

    /// A short name for each, in their order: without server, publisher and `:latest` as long as that leaves it different.
    ///
    /// @param configured those that are ids of models, or providers; the others are friendly names already
    static Map<String, String> names(List<String> names, List<String> configured) {
        var shown = new LinkedHashMap<String, String>();
        for (var name : names) {
            var brief = configured.contains(name) ? brief(name) : name;
            shown.put(name, shown.containsValue(brief) ? brief + " on " + server(name) : brief);
        }
        return shown;
    }

    private static String brief(String id) {
        return id.contains("/") ? id.substring(id.lastIndexOf('/') + 1).replaceFirst(":latest$", "") : server(id);
    }

    private static String server(String id) {
        var provider = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        return ModelPlatform.named(provider).map(ModelPlatform::label).orElse(provider);
    }
}
