package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.create.SafePaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files as they are collected: names judged, the later of two with the same name kept unless it says that it left
/// something out. Not thread-safe.
final class FileSet {
    /// Most files taken out of one answer.
    static final int MOST = 1_000;
    /// Lines that may be moved to amend files, so that many small amendments of a big file end in time.
    private static final long PATIENCE = 2_000_000;

    private final SafePaths paths = new SafePaths();
    private final Map<String, Kept> files = new LinkedHashMap<>();
    private final List<Extraction.Rejected> rejected = new ArrayList<>();
    private @Nullable String beyond;
    private int left;
    private long patience = PATIENCE;

    private record Kept(ExtractedFile file, int lines, boolean elided) {
        static Kept of(ExtractedFile file) {
            return new Kept(file, (int) file.content().chars().filter(c -> c == '\n').count(),
                    Elision.in(file.content()));
        }
    }

    /// Whether the file was taken or refused; false when it is a part of one that is known whole.
    ///
    /// @param language null lets the name decide
    boolean put(String path, @Nullable String language, boolean truncated, String content) {
        switch (SafePath.of(path.strip())) {
            case SafePath.Refused refused -> refuse(refused.path(), refused.reason());
            case SafePath.Safe(var safe) -> {
                var known = files.get(safe);
                var unfit = NoText.reason(safe, content);
                if (unfit != null) {
                    refuse(safe, unfit);
                } else if (known == null && files.size() >= MOST) {
                    beyond = beyond == null ? safe : beyond;
                    left++;
                } else {
                    return keep(safe, known, language, truncated, content);
                }
            }
        }
        return true;
    }

    private boolean keep(String safe, @Nullable Kept known, @Nullable String language, boolean truncated,
            String content) {
        var byName = Language.ofPath(safe);
        var id = byName != null && !byName.equals("text") ? byName : language != null ? language : byName;
        var file = Kept.of(new ExtractedFile(known != null ? known.file().path() : claimed(safe),
                id == null || id.equals("console") ? "text" : id, truncated, content));
        boolean whole = known != null && !known.elided() && !known.file().truncated();
        if (known != null && whole && (file.elided() || (truncated && file.lines() < known.lines()))) {
            return false;
        }
        files.put(safe, file);
        return true;
    }

    private void refuse(String path, String reason) {
        if (rejected.size() < MOST) {
            rejected.add(new Extraction.Rejected(path, reason));
        }
    }

    /// Puts `content` in place of what the file holds; false when the file is unknown or too much was amended already.
    boolean amend(String path, String content, boolean truncated) {
        var safe = safe(path);
        var known = safe == null ? null : files.get(safe);
        if (safe == null || known == null || (patience -= known.lines() + 1L) < 0) {
            return false;
        }
        var old = known.file();
        files.put(safe, Kept.of(new ExtractedFile(old.path(), old.language(), truncated, content)));
        return true;
    }

    /// Whether there is patience left to look for a place in a file of the given size.
    boolean spend(long lines) {
        patience -= lines;
        return patience >= 0;
    }

    @Nullable
    ExtractedFile get(String path) {
        var safe = safe(path);
        var known = safe == null ? null : files.get(safe);
        return known == null ? null : known.file();
    }

    int lines(String path) {
        var safe = safe(path);
        var known = safe == null ? null : files.get(safe);
        return known == null ? 0 : known.lines();
    }

    boolean isEmpty() {
        return files.isEmpty() && rejected.isEmpty();
    }

    List<ExtractedFile> files() {
        return files.values().stream().map(Kept::file).toList();
    }

    Extraction with(String explanation) {
        var all = new ArrayList<>(rejected);
        if (beyond != null) {
            all.add(new Extraction.Rejected(beyond, (left == 1 ? "is" : "and " + (left - 1) + " more are")
                    + " beyond the limit of " + MOST + " files in one answer"));
        }
        return new Extraction(files(), all, explanation);
    }

    private static @Nullable String safe(String path) {
        return SafePath.of(path.strip()) instanceof SafePath.Safe(var safe) ? safe : null;
    }

    private String claimed(String safe) {
        return paths.claim(safe) instanceof SafePath.Safe(var path) ? path : safe;
    }
}
