package atelier.create.dojo;

import atelier.create.Artifact;
import atelier.create.game.DesignJson;
import atelier.create.game.GameDesign;
import atelier.create.game.GameEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What lies beside a game: its design for people and for machines, a picture of the way through it, how to publish it.
final class Documents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /// @param by    one line on who designed it
    /// @param coder the model that wrote the code; empty when it is ours
    static List<Artifact> of(GameDesign design, GameEngine engine, String by, String coder) {
        return List.of(text("DESIGN.md", "text/markdown", DesignDocument.of(design, engine, by, !coder.isEmpty())),
                new Artifact("levels.png", "image/png", LevelPicture.png(design)),
                text("design.json", "application/json", json(design, coder)),
                text("DEPLOY.md", "text/markdown",
                        resource("deploy-" + engine.id() + ".md").replace("%TITLE%", design.title())));
    }

    private static String json(GameDesign design, String coder) {
        var plain = DesignJson.write(design);
        if (coder.isEmpty()) {
            return plain;
        }
        try {
            return ((ObjectNode) JSON.readTree(plain)).put(Earlier.WRITTEN, coder).toPrettyString() + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Artifact text(String path, String mediaType, String text) {
        return new Artifact(path, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
