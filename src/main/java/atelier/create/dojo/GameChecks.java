package atelier.create.dojo;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.check.ProjectChecks;
import atelier.create.check.References;
import atelier.create.game.GameDesign;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is looked at before a game is handed over.
final class GameChecks {
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?i)<(?:script|link|img|iframe|audio|video|source)\\b[^<>]{0,400}?\\s(?:src|href)\\s{0,2}=\\s{0,2}[\"']?(?:https?:)?//|\\bimport\\s{0,2}\\(?\\s{0,2}[\"']https?://|@import\\s{1,2}(?:url\\()?[\"']?https?://|\\bfetch\\(\\s{0,2}[\"'`]");

    private GameChecks() {}

    static List<Check> of(List<Artifact> files, GameDesign design) {
        var checks = new ArrayList<>(ProjectChecks.run(sources(files), List.of()).checks());
        page(files).ifPresent(page -> checks.add(alone(page)));
        checks.add(new Check("whole design", true,
                Sentence.of("check.design", "levels", design.levels().size(), "acts", design.story().acts().size(),
                        "mechanics", design.mechanics().size(), "figures", 1 + design.others().size())));
        return checks;
    }

    static List<ExtractedFile> sources(List<Artifact> files) {
        return files.stream().filter(file -> !file.mediaType().startsWith("image/png"))
                .map(file -> new ExtractedFile(file.path(), language(file.path()), false,
                        new String(file.content(), StandardCharsets.UTF_8)))
                .toList();
    }

    static Optional<String> page(List<Artifact> files) {
        return files.stream().filter(file -> file.path().equals("index.html"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst();
    }

    /// Whether the page needs nothing but itself.
    static Check alone(String page) {
        var outside = OUTSIDE.matcher(page);
        boolean reaches = outside.find();
        var local = References.inPage(page);
        return new Check("self-contained page", !reaches && local.isEmpty(),
                reaches
                        ? Sentence.of("check.page.outside", "what", shortly(outside.group()))
                        : local.isEmpty()
                                ? Sentence.of("check.page.alone")
                                : Sentence.of("check.page.needs", "what", local.getFirst()));
    }

    private static String shortly(String found) {
        return found.substring(0, Math.min(80, found.length()));
    }

    private static String language(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "html";
            case "js" -> "javascript";
            case "json" -> "json";
            case "py" -> "python";
            case "gd" -> "gdscript";
            case "cs" -> "csharp";
            case "md" -> "markdown";
            case "svg" -> "xml";
            default -> "text";
        };
    }
}
