package atelier.create.game;

import atelier.create.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A design as a project for an engine, by our own skeletons: the resources beside this class, one folder an engine. The design goes
/// along as `design.json`, which the project reads at its start.
public final class Skeletons {
    private Skeletons() {}

    /// The engine's files, the one to open first in front; the same design gives the same bytes.
    public static List<Artifact> files(GameEngine engine, GameDesign design) {
        var files = new ArrayList<Artifact>();
        if (engine.isWeb()) {
            files.add(new Artifact("index.html", "text/html", WebGame.page(design)));
        }
        if (engine != GameEngine.HTML5) {
            for (var line : lines(engine.id() + "/files.txt")) {
                files.add(file(engine, line, design));
            }
        }
        return files;
    }

    /// Ids of the mechanics that the engine's project really plays; of the others it leaves out what they add.
    public static Set<String> plays(GameEngine engine, Archetype archetype) {
        if (engine == GameEngine.HTML5) {
            return Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id).collect(Collectors.toSet());
        }
        return lines(engine.id() + "/plays.txt").stream().filter(line -> line.startsWith(archetype.id() + " = "))
                .flatMap(line -> Stream.of(line.substring(line.indexOf('=') + 1).strip().split(",\\s{0,4}", -1)))
                .collect(Collectors.toSet());
    }

    /// A line names the path in the project; where the resource bears another name, it follows a `<`. `%KIND%` stands for the
    /// archetype, `%KIND_%` for the same without hyphens.
    private static Artifact file(GameEngine engine, String line, GameDesign design) {
        var kind = design.archetype().id();
        var parts = line.replace("%KIND%", kind).replace("%KIND_%", kind.replace('-', '_')).split(" < ", 2);
        var path = parts[0].strip();
        var title = plain(design.title());
        var filled = resource(engine.id() + "/" + parts[parts.length - 1].strip())
                .replace("%KIND%", kind).replace("%KIND_%", kind.replace('-', '_')).replace("%TITLE%", title)
                .replace("%SLUG%", slug(title)).replace("%LOOK%", design.look().background())
                .replace("%DESIGN%", DesignJson.write(design).strip());
        return new Artifact(path, mediaType(path), filled.getBytes(StandardCharsets.UTF_8));
    }

    /// Fit for a string in any of the languages.
    private static String plain(String title) {
        return title.replaceAll("[\"'\\\\$%{}<>&`\\p{Cntrl}]", "").strip();
    }

    private static String slug(String title) {
        var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "game" : slug;
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html";
            case "js" -> "text/javascript";
            case "json" -> "application/json";
            case "md" -> "text/markdown";
            case "svg" -> "image/svg+xml";
            default -> "text/plain";
        };
    }

    private static List<String> lines(String name) {
        return resource(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Skeletons.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
