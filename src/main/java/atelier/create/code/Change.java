package atelier.create.code;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.create.SafePaths;
import atelier.create.Workbench.Work;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lays what a model changed over the files there were: it is asked for the changed ones only.
final class Change {
    private static final Pattern REMOVE = Pattern
            .compile("(?m)^[ \\t>*-]{0,9}REMOVE:?[ \\t]{1,9}[`*\"]{0,3}([^\\s`*\"]{1,200})[`*\"]{0,3}[ \\t]{0,9}$");
    /// A file under another name that keeps so much of an old one is that one.
    private static final double SAME = 0.6;
    /// A change may shorten a file a little.
    private static final double WHOLE = 0.9;

    private Change() {}

    /// The whole next version of files that the model saw whole.
    ///
    /// @throws UserFacingException when nothing is different
    static Extraction onto(Work work, Extraction answer) {
        return onto(work, answer, Set.of());
    }

    /// The whole next version.
    ///
    /// @param cut paths of files the model saw only in part
    /// @throws UserFacingException when nothing is different, or a file would lose what the model did not see of it
    static Extraction onto(Work work, Extraction answer, Set<String> cut) {
        var earlier = texts(work);
        var files = new LinkedHashMap<>(earlier);
        var names = new SafePaths();
        work.files().forEach(file -> names.claim(file.path()));
        answer.edits().removed().forEach(files::remove);
        for (var file : answer.files()) {
            var path = known(file.path(), earlier).or(() -> renamed(file, answer, files))
                    .orElseGet(() -> free(file.path(), names));
            files.put(path, new ExtractedFile(path, file.language(), file.truncated(), file.content()));
        }
        var seen = new HashSet<>(cut);
        seen.removeAll(answer.edits().amended());
        keepWhole(seen, earlier, files);
        var explanation = answer.explanation();
        for (var path : removed(explanation)) {
            if (earlier.containsKey(path) && answer.files().stream().noneMatch(file -> file.path().equals(path))) {
                files.remove(path);
            }
        }
        if (answer.rejected().isEmpty() && answer.edits().misfits().isEmpty()
                && contents(files).equals(contents(earlier))) {
            throw new UserFacingException(
                    Sentence.of("code.unchanged"));
        }
        return new Extraction(List.copyOf(files.values()), answer.rejected(), explanation, answer.edits());
    }

    /// @throws UserFacingException when changes found no place, and nothing else is different
    static void refuseLost(Work work, Extraction next) {
        var lost = next.edits().misfits();
        var files = new LinkedHashMap<String, ExtractedFile>();
        next.files().forEach(file -> files.put(file.path(), file));
        if (!lost.isEmpty() && contents(files).equals(contents(texts(work)))) {
            throw new UserFacingException(Sentence.of("code.misfit", "file", lost.getFirst().path(), "reason",
                    lost.getFirst().why()));
        }
    }

    /// What a change is laid over.
    static List<ExtractedFile> files(@Nullable Work work) {
        return work == null ? List.of() : List.copyOf(texts(work).values());
    }

    /// Whether an answer only takes files away.
    static boolean removes(Extraction answer) {
        return !removed(answer.explanation()).isEmpty();
    }

    /// Those a model cannot read, which stay as they are.
    static List<Artifact> others(Work work) {
        return work.files().stream().filter(file -> !file.isText()).toList();
    }

    private static Map<String, ExtractedFile> texts(Work work) {
        var files = new LinkedHashMap<String, ExtractedFile>();
        work.files().stream().filter(Artifact::isText).forEach(file -> files.put(file.path(), new ExtractedFile(
                file.path(), Objects.requireNonNullElse(Language.ofPath(file.path()), "text"),
                false, new String(file.content(), StandardCharsets.UTF_8))));
        return files;
    }

    /// The same file, though written in other letters: on many disks the two would be one.
    private static Optional<String> known(String path, Map<String, ExtractedFile> earlier) {
        return earlier.containsKey(path)
                ? Optional.of(path)
                : earlier.keySet().stream().filter(path::equalsIgnoreCase).findFirst();
    }

    /// A name that no file or folder there has, as an archive needs it.
    private static String free(String path, SafePaths names) {
        return names.claim(path) instanceof SafePath.Safe(var free) ? free : path;
    }

    /// Who saw only the beginning of a file gives the beginning back, and the rest would be lost.
    private static void keepWhole(Set<String> cut, Map<String, ExtractedFile> earlier,
            Map<String, ExtractedFile> files) {
        for (var path : cut) {
            var old = earlier.get(path);
            var now = files.get(path);
            if (old != null && now != null && now.content().length() < old.content().length() * WHOLE) {
                throw new UserFacingException(Sentence.of("code.cut", "file", path));
            }
        }
    }

    /// Small models forget a file's name, and it is then guessed.
    private static Optional<String> renamed(ExtractedFile file, Extraction answer, Map<String, ExtractedFile> earlier) {
        if (answer.files().size() > 1) {
            return Optional.empty();
        }
        var lines = lines(file.content());
        var ending = ending(file.path());
        var alike = earlier.values().stream().filter(old -> ending(old.path()).equals(ending))
                .filter(old -> shared(lines(old.content()), lines) >= SAME).map(ExtractedFile::path).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static double shared(Set<String> old, Set<String> now) {
        var kept = new HashSet<>(old);
        kept.retainAll(now);
        return old.isEmpty() ? 0 : (double) kept.size() / old.size();
    }

    private static Set<String> lines(String content) {
        var lines = new HashSet<String>();
        content.lines().map(String::strip).filter(line -> line.length() > 2).forEach(lines::add);
        return lines;
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static List<String> removed(String explanation) {
        var paths = new ArrayList<String>();
        var line = REMOVE.matcher(explanation);
        while (line.find()) {
            paths.add(line.group(1));
        }
        return paths;
    }

    private static Map<String, String> contents(Map<String, ExtractedFile> files) {
        var contents = new LinkedHashMap<String, String>();
        files.forEach((path, file) -> contents.put(path, file.content()));
        return contents;
    }
}
