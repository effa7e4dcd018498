package atelier.generation.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type or paste as the address of a server, made into the one to keep.
public final class Endpoints {
    /// What belongs to single requests, longest first.
    private static final List<String> REQUESTS = List.of("/chat/completions", "/api/generate", "/embeddings",
            "/completions", "/responses", "/api/chat", "/api/tags", "/api/ps", "/messages", "/models");

    private static final Pattern VERSION = Pattern.compile("(/api)?/v\\d+(beta)?$|/api$");
    private static final Pattern HOME = Pattern.compile(
            "(localhost|[^.:/]+|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]|.*\\.(local|lan|home|internal|localhost))(:\\d+)?(/.*)?");

    private Endpoints() {}

    /// Where servers of the kind usually are; empty where it is the owner's to say.
    public static Optional<String> usual(ModelPlatform platform) {
        return Optional.ofNullable(switch (platform) {
            case OLLAMA -> "http://localhost:11434";
            case LM_STUDIO -> "http://localhost:1234";
            case GEMINI -> "https://generativelanguage.googleapis.com";
            case OPENAI -> "https://api.openai.com/v1";
            case ANTHROPIC -> "https://api.anthropic.com";
            case OPENAI_COMPATIBLE, BUILT_IN -> null;
        });
    }

    /// With a scheme, without a slash at the end or what belongs to a single request; with the version where the platform's documents
    /// show it. What is no address stays none: [ModelDraft] and [Origin] say so.
    public static String tidy(ModelPlatform platform, String typed) {
        String text = typed.strip().replaceAll("^[<\"'`]+|[>\"'`]+$", "");
        if (!text.isEmpty() && !text.contains("://")) {
            text = (HOME.matcher(text.toLowerCase(Locale.ROOT)).matches() ? "http://" : "https://") + text;
        }
        text = withoutSlashes(text);
        if (text.contains("?") || text.contains("#")) {
            return text; // refused later, with the reason
        }
        for (String request : REQUESTS) {
            if (text.endsWith(request)) {
                text = withoutSlashes(text.substring(0, text.length() - request.length()));
            }
        }
        return switch (platform) {
            case OPENAI, OPENAI_COMPATIBLE -> VERSION.matcher(text).find() || !text.contains("://")
                    ? text
                    : text + "/v1";
            case OLLAMA, LM_STUDIO, GEMINI, ANTHROPIC -> withoutSlashes(VERSION.matcher(text).replaceFirst(""));
            case BUILT_IN -> text;
        };
    }

    private static String withoutSlashes(String text) {
        return text.endsWith("://") ? text : text.replaceFirst("(?<!/)/+$", "");
    }
}
