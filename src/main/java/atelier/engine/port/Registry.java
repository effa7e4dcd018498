package atelier.engine.port;

import atelier.generation.Model;
import atelier.generation.Router;
import atelier.generation.registry.Choices;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.RegisteredModels;
import atelier.generation.setup.ConnectionCheck;
import atelier.generation.setup.OwnModels;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The models there are, and whose.
///
/// @param router     asks them
/// @param configured models of the configured servers, as far as they are known at present
/// @param registered those that people, teams and the operator registered
/// @param own        the same, ready to be asked
/// @param choices    which of them people chose
/// @param check      tries a server
/// @param usual      where servers of a kind usually are, and what is asked there
public record Registry(Router router, Supplier<List<Model>> configured, RegisteredModels registered, OwnModels own,
        Choices choices,
        ConnectionCheck check, Map<ModelPlatform, Usual> usual) {
    public Registry {
        usual = Map.copyOf(usual);
    }

    /// @param model empty where there is no usual one
    public record Usual(String endpoint, String model) {}
}
