package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.create.SafePaths;
import atelier.create.patch.Patience;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Earlier earlier;
    private final Patience patience = new Patience(PATIENCE);
    private @Nullable String beyond;
    private int left;

    FileSet() {
        this(List.of());
    }

    /// @param before files that an answer may change without giving them
    FileSet(List<ExtractedFile> before) {
        earlier = new Earlier(before);
    }

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
            case SafePath.Refused refused -> refuse(refused.path(), refused.why());
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
        earlier.given(file.file().path());
        return true;
    }

    private void refuse(String path, Sentence why) {
        if (rejected.size() < MOST) {
            rejected.add(new Extraction.Rejected(path, why));
        }
    }

    /// Puts `content` in place of what the file holds; false when the file is unknown or too much was amended already.
    boolean amend(String path, String content, boolean truncated) {
        var safe = safe(path);
        var known = safe == null ? null : files.get(safe);
        var old = known == null ? earlier.get(path) : known.file();
        if (old == null || !patience.spend((known == null ? earlier.lines(path) : known.lines()) + 1L)) {
            return false;
        }
        files.put(known == null ? path : Objects.requireNonNull(safe),
                Kept.of(new ExtractedFile(old.path(), old.language(), truncated, content)));
        if (known == null) {
            earlier.amend(path);
        }
        return true;
    }

    void remove(String path) {
        files.remove(path);
        earlier.remove(path);
    }

    /// An unsafe name is refused, and the file keeps the one it has.
    void rename(String path, String other) {
        var old = known(path);
        switch (SafePath.of(other.strip())) {
            case SafePath.Refused refused -> refuse(refused.path(), refused.why());
            case SafePath.Safe(var safe) -> {
                if (old != null && !safe.equals(path)) {
                    remove(path);
                    put(safe, null, old.truncated(), old.content());
                }
            }
        }
    }

    /// Notes a change that found no place, unless the answer gives the file whole.
    void misfit(String path, Sentence why) {
        if (get(path) == null || earlier.isAmended(path)) {
            earlier.misfit(SafePath.of(path) instanceof SafePath.Refused(var shown, _) ? shown : path, why);
        }
    }

    /// How many files there are at most.
    int size() {
        return files.size() + earlier.size();
    }

    /// Notes that only a part of an earlier file is shown, unless the answer gives it whole.
    void part(String path) {
        if (earlier.get(path) != null) {
            misfit(path, Sentence.of("check.edit.part"));
        }
    }

    boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    /// What may still be looked at to find the places of changes.
    Patience patience() {
        return patience;
    }

    /// The file as the answer gives it so far, else as it was before.
    @Nullable
    ExtractedFile known(String path) {
        var given = get(path);
        return given != null ? given : earlier.get(path);
    }

    /// All there are: those before, as the answer leaves them, and new ones.
    List<ExtractedFile> known() {
        var all = new LinkedHashMap<String, ExtractedFile>();
        earlier.left().forEach(file -> all.put(file.path(), file));
        files.values().forEach(kept -> all.put(kept.file().path(), kept.file()));
        return List.copyOf(all.values());
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
        return known == null ? earlier.lines(path) : known.lines();
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
            all.add(new Extraction.Rejected(beyond,
                    Sentence.of("check.beyond", "more", left - 1, "shown", Integer.toString(left - 1), "most",
                            Integer.toString(MOST))));
        }
        return new Extraction(files(), all, explanation, earlier.edits());
    }

    private static @Nullable String safe(String path) {
        return SafePath.of(path.strip()) instanceof SafePath.Safe(var safe) ? safe : null;
    }

    private String claimed(String safe) {
        return paths.claim(safe) instanceof SafePath.Safe(var path) ? path : safe;
    }
}
