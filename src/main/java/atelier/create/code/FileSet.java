package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.create.SafePaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files as they are collected: names judged, the later of two with the same name kept. Not thread-safe.
final class FileSet {
    private final SafePaths paths = new SafePaths();
    private final Map<String, ExtractedFile> files = new LinkedHashMap<>();
    private final List<Extraction.Rejected> rejected = new ArrayList<>();

    /// @param language null lets the name decide
    void put(String path, @Nullable String language, boolean truncated, String content) {
        switch (SafePath.of(path.strip())) {
            case SafePath.Refused refused -> rejected.add(new Extraction.Rejected(refused.path(), refused.reason()));
            case SafePath.Safe(var safe) -> {
                var known = files.get(safe);
                var name = known != null ? known.path() : claimed(safe);
                var byName = Language.ofPath(safe);
                var id = byName != null && !byName.equals("text") ? byName : language != null ? language : byName;
                files.put(safe, new ExtractedFile(name, id == null || id.equals("console") ? "text" : id, truncated,
                        content));
            }
        }
    }

    @Nullable
    ExtractedFile get(String path) {
        return SafePath.of(path.strip()) instanceof SafePath.Safe(var safe) ? files.get(safe) : null;
    }

    boolean isEmpty() {
        return files.isEmpty() && rejected.isEmpty();
    }

    List<ExtractedFile> files() {
        return List.copyOf(files.values());
    }

    Extraction with(String explanation) {
        return new Extraction(files(), rejected, explanation);
    }

    private String claimed(String safe) {
        return paths.claim(safe) instanceof SafePath.Safe(var path) ? path : safe;
    }
}
