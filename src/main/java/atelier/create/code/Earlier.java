package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.code.Extraction.Edits;
import atelier.create.code.Extraction.Misfit;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of the version before, and what an answer does to them. Not thread-safe.
final class Earlier {
    private final Map<String, ExtractedFile> files = new LinkedHashMap<>();
    private final Set<String> amended = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final Map<String, Misfit> misfits = new LinkedHashMap<>();

    Earlier(List<ExtractedFile> all) {
        all.forEach(file -> files.put(file.path(), file));
    }

    int size() {
        return files.size();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    @Nullable
    ExtractedFile get(String path) {
        return removed.contains(path) ? null : files.get(path);
    }

    List<ExtractedFile> left() {
        return files.values().stream().filter(file -> !removed.contains(file.path())).toList();
    }

    int lines(String path) {
        var file = get(path);
        return file == null ? 0 : (int) file.content().chars().filter(c -> c == '\n').count();
    }

    boolean isAmended(String path) {
        return amended.contains(path);
    }

    void amend(String path) {
        amended.add(path);
    }

    void remove(String path) {
        amended.remove(path);
        if (files.containsKey(path)) {
            removed.add(path);
        }
    }

    /// One a file, for the one that is told is put right with the whole file.
    void misfit(String path, Sentence why) {
        if (misfits.size() < FileSet.MOST) {
            misfits.putIfAbsent(path, new Misfit(path, why));
        }
    }

    /// The file came whole.
    void given(String path) {
        amended.remove(path);
        removed.remove(path);
        misfits.remove(path);
    }

    Edits edits() {
        return new Edits(amended, removed, new ArrayList<>(misfits.values()));
    }
}
