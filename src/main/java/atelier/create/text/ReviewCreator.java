package atelier.create.text;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Evidence;
import atelier.create.Workbench;
import atelier.create.check.Syntax;
import atelier.create.patch.Patch;
import atelier.generation.Router;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reviews code: findings with severity and line, worst first, and a patch that applies.
public final class ReviewCreator implements Creator<Intent.ReviewCode> {
    private static final String NAME = "review.patch";

    private final TextRoad road;

    public ReviewCreator(Router router) {
        road = new TextRoad(router, "review");
    }

    @Override
    public Creation create(Intent.ReviewCode intent, Workbench workbench) {
        TextRoad.needSomething(intent.request(), workbench, "code");
        var pasted = Pasted.of(intent.request(), intent.brief().language());
        var materials = new ArrayList<>(workbench.materials());
        materials.addAll(pasted.code());
        var told = road.askForWork(pasted.words().isBlank() ? "Review this." : pasted.words(),
                TextRoad.with(workbench, materials), Map.of("language", Words.of(intent.brief().language())),
                ReviewSheet.SCHEMA, whole -> workbench.onText().accept(progress(whole, workbench.phrases())));
        var sheet = ReviewSheet.of(told.answered().text());
        var files = new LinkedHashMap<String, String>();
        materials.stream().filter(material -> !material.isNote())
                .forEach(material -> files.put(material.name(), material.text()));
        var text = new StringBuilder(sheet.summary());
        if (!sheet.findings().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(workbench.phrases().say("text.review.findings"))
                    .append("\n").append(sheet.findings().stream()
                            .map(finding -> "- " + placed(finding, files).shown()).collect(Collectors.joining("\n")));
        }
        return finished(sheet, files, text, told, workbench.phrases());
    }

    private Creation finished(ReviewSheet sheet, Map<String, String> files, StringBuilder text, TextRoad.Told told,
            Phrases phrases) {
        boolean wanted = !sheet.changed().isEmpty() || !sheet.diff().isBlank();
        var patch = wanted ? Patch.of(files, sheet.changed(), sheet.diff()).orElse(null) : null;
        var broken = patch == null ? "" : broken(patch, files, phrases);
        var artifacts = new ArrayList<Artifact>();
        var checks = new ArrayList<Check>();
        if (patch != null && broken.isEmpty()) {
            artifacts.add(new Artifact(NAME, "text/x-diff", patch.text().getBytes(StandardCharsets.UTF_8)));
            checks.add(new Check("patch applies", true, Sentence.of("check.patch", "count", patch.after().size())));
            text.append("\n\n").append(phrases.say("text.review.fixes", "file", NAME));
        } else if (wanted) {
            text.append("\n\n").append(phrases.say("text.review.no-patch", "why",
                    broken.isEmpty() ? "" : " (" + broken + ")"));
        }
        return new Creation("review", artifacts, told.brief().noted(text.toString().strip()), checks, told.answered(),
                null, new Evidence(road.prompt(), Map.of()));
    }

    /// A patch must not break what parsed before.
    private static String broken(Patch patch, Map<String, String> files, Phrases phrases) {
        for (var file : patch.after().entrySet()) {
            boolean now = Syntax.ofFile(file.getKey(), file.getValue()) instanceof Syntax.Broken;
            if (now && !(Syntax.ofFile(file.getKey(),
                    files.getOrDefault(file.getKey(), "")) instanceof Syntax.Broken)) {
                return phrases.say("text.review.broken", "file", file.getKey());
            }
        }
        return "";
    }

    /// A line that the file does not have is not shown.
    private static ReviewFinding placed(ReviewFinding finding, Map<String, String> files) {
        var name = named(finding.file(), files);
        if (name == null) {
            return new ReviewFinding(finding.severity(), finding.file(), 0, finding.text());
        }
        boolean there = finding.line() > 0 && finding.line() <= files.getOrDefault(name, "").lines().count();
        return new ReviewFinding(finding.severity(), name, there ? finding.line() : 0, finding.text());
    }

    private static @Nullable String named(String file, Map<String, String> files) {
        if (files.containsKey(file)) {
            return file;
        }
        var name = file.substring(file.lastIndexOf('/') + 1);
        var ends = files.keySet().stream()
                .filter(one -> !name.isEmpty() && (one.equals(name) || one.endsWith("/" + name)))
                .toList();
        if (ends.size() == 1) {
            return ends.getFirst();
        }
        return files.size() == 1 ? files.keySet().iterator().next() : null;
    }

    /// JSON is nothing to look at while it grows.
    private static String progress(String whole, Phrases phrases) {
        if (!whole.strip().startsWith("{") && !whole.strip().startsWith("```json")) {
            return whole;
        }
        int count = whole.split("\"severity\"", -1).length - 1;
        return phrases.say("text.reviewing", "count", count);
    }
}
