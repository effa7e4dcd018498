package atelier.engine.compare;

import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.language.Sentence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom a person means by one name.
sealed interface Meant {
    int LISTED = 8;

    /// @param id as wishes name it
    record One(String id) implements Meant {}

    /// @param sentence says what to do
    record Nobody(Sentence sentence) implements Meant {}

    /// @param own   names of registered models, to be told where nobody is meant
    /// @param taken those meant by the names before; a name that fits several means another one
    static Meant by(String name, List<Model> known, boolean cloud, Collection<String> taken,
            List<String> own) {
        var server = known.stream().filter(model -> model.provider().equalsIgnoreCase(name)).findFirst();
        if (server.isPresent()) {
            return one(server.get().provider(), server.get(), cloud);
        }
        var fitting = Namesakes.of(name, known).stream()
                .sorted(Comparator.comparing((Model model) -> taken.contains(model.id()))
                        .thenComparing(model -> model.state() != Model.State.HEALTHY))
                .findFirst();
        return fitting.map(model -> one(model.id(), model, cloud))
                .orElseGet(() -> new Nobody(
                        Sentence.of("compare.unknown", "name", name, "there", there(known, own))));
    }

    private static Meant one(String id, Model model, boolean cloud) {
        return model.local() || cloud
                ? new One(id)
                : new Nobody(Sentence.of("compare.cloud", "model", id));
    }

    /// The models that answer, by name.
    static Sentence there(List<Model> known, List<String> own) {
        var names = Stream.concat(own.stream(), known.stream().filter(model -> model.state() != Model.State.OFFLINE)
                .map(model -> model.local() ? model.id() : model.provider())).distinct().limit(LISTED)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Sentence.of("compare.none") : Sentence.plain(names);
    }
}
