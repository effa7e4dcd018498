package atelier.engine.compare;

import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A finished comparison.
///
/// @param task  kind of what each model was asked for
/// @param takes one for each model, in the order they were named
/// @param took  from the first question to the last answer
/// @param phrases in the language of the person who compares
public record Compared(String request, Intent.Kind task, List<Take> takes, Duration took, Phrases phrases) {
    public Compared {
        takes = List.copyOf(takes);
    }

    public List<Take.Made> made() {
        return takes.stream().filter(Take.Made.class::isInstance).map(Take.Made.class::cast).toList();
    }

    private List<Take.Missed> missed() {
        return takes.stream().filter(Take.Missed.class::isInstance).map(Take.Missed.class::cast).toList();
    }

    /// What the person is told when no model answered.
    public String failure() {
        return phrases.say("compare.nobody", "count", takes.size()) + "\n"
                + missed().stream().map(miss -> "- **%s**: %s".formatted(miss.name(), miss.sentence()))
                        .collect(Collectors.joining("\n"));
    }

    /// All of it as one result: the report, `comparison.md`, and the files of each model in a folder of its own.
    public Creation creation() {
        var report = new Report(this);
        var files = new ArrayList<Artifact>();
        files.add(new Artifact("comparison.md", "text/markdown", report.whole().getBytes(StandardCharsets.UTF_8)));
        var folders = Names.folders(takes.stream().map(Take::name).toList());
        for (var take : made()) {
            var folder = folders.get(take.place() - 1);
            take.creation().files().forEach(file -> files
                    .add(new Artifact(folder + "/" + file.path(), file.mediaType(), file.content())));
        }
        return new Creation("comparison", files, report.brief(), List.of(), null, null);
    }
}
