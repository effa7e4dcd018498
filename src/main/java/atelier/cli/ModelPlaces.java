package atelier.cli;

import atelier.config.Config;
import atelier.engine.port.Registry.Usual;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.registry.Endpoints;
import atelier.generation.registry.ModelPlatform;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where models are, from the configuration.
final class ModelPlaces {
    private ModelPlaces() {}

    /// Where members' models may be: besides the internet, what the operator uses or names.
    static EndpointPolicy allowed(Config config) {
        var approved = Stream.concat(config.memberEndpoints().stream(),
                Stream.of(config.ollama().url(), config.lmStudio().url(), config.gemini().url(), config.openAi().url(),
                        config.anthropic().url()))
                .filter(Objects::nonNull).map(URI::toString)
                .filter(address -> !address.isBlank()).collect(Collectors.toSet());
        return new EndpointPolicy(Set.of(), approved);
    }

    /// What is meant by a platform when nobody names an address.
    static Map<ModelPlatform, Usual> usual(Config config) {
        var models = Makers.models(config);
        var usual = new EnumMap<ModelPlatform, Usual>(ModelPlatform.class);
        usual.put(ModelPlatform.OLLAMA, local(ModelPlatform.OLLAMA, models.ollamaUrl()));
        usual.put(ModelPlatform.LM_STUDIO, local(ModelPlatform.LM_STUDIO, models.lmstudioUrl()));
        usual.put(ModelPlatform.GEMINI, new Usual(models.gemini().url(), models.gemini().model()));
        usual.put(ModelPlatform.OPENAI, new Usual(models.openAi().url(), models.openAi().model()));
        usual.put(ModelPlatform.ANTHROPIC, new Usual(models.anthropic().url(), models.anthropic().model()));
        usual.values().removeIf(it -> it.endpoint().isBlank());
        return usual;
    }

    private static Usual local(ModelPlatform platform, String configured) {
        return new Usual(configured.isBlank() ? Endpoints.usual(platform).orElse("") : configured, "");
    }
}
