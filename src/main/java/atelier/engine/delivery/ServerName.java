package atelier.engine.delivery;

import atelier.generation.registry.ModelPlatform;
import atelier.language.Phrases;

/// What people call a kind of server. Makes have the same name in every language, what is only described has not.
public final class ServerName {
    private ServerName() {}

    public static String of(ModelPlatform platform, Phrases phrases) {
        return platform == ModelPlatform.OPENAI_COMPATIBLE ? phrases.say("model.compatible") : platform.label();
    }

    /// By its id; one that nobody knows keeps it.
    public static String of(String id, Phrases phrases) {
        return ModelPlatform.named(id).map(platform -> of(platform, phrases)).orElse(id);
    }
}
