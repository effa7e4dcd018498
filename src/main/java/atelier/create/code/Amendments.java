package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.code.Piece.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Blocks that change a file given before: diffs, search and replace, continuations.
final class Amendments {
    private final FileSet files;

    Amendments(FileSet files) {
        this.files = files;
    }

    static boolean is(Block block) {
        return block.path() == null && ("diff".equals(InfoString.of(block.info()).language())
                || Sniffer.isDiff(block.lines()) || PatchReader.isEdit(block.lines()));
    }

    /// Whether every change in the block found its place; nothing is changed otherwise.
    ///
    /// @param named the file named above the block; null for none
    boolean apply(Block block, @Nullable String named) {
        var patches = PatchReader.isEdit(block.lines())
                ? PatchReader.edits(block.lines())
                : PatchReader.diffs(block.lines());
        var changed = new ArrayList<ExtractedFile>();
        for (var patch : patches) {
            var file = changed(patch, named);
            if (file == null) {
                return false;
            }
            changed.add(file);
        }
        for (var file : changed) {
            if (files.get(file.path()) == null) {
                files.put(file.path(), null, !block.closed(), file.content());
            } else {
                files.amend(file.path(), file.content(), file.truncated());
            }
        }
        return !patches.isEmpty();
    }

    private @Nullable ExtractedFile changed(Patch patch, @Nullable String named) {
        var path = patch.path() == null ? named : patch.path();
        var known = known(path);
        if (known == null) {
            return path == null || !patch.created() || patch.hunks().size() != 1
                    ? null
                    : new ExtractedFile(path, "text", false,
                            String.join("\n", patch.hunks().getFirst().after()) + "\n");
        }
        if (!files.spend(patch.cost(files.lines(known.path())))) {
            return null;
        }
        var content = patch.apply(known.content());
        return content == null
                ? null
                : new ExtractedFile(known.path(), known.language(), known.truncated(), content);
    }

    /// The file of that name, or the only one whose name ends so, or the only one.
    private @Nullable ExtractedFile known(@Nullable String path) {
        var all = files.files();
        if (path == null) {
            return all.size() == 1 ? all.getFirst() : null;
        }
        var exact = files.get(path);
        if (exact != null || !files.spend(all.size())) {
            return exact;
        }
        var alike = all.stream().filter(file -> file.path().endsWith("/" + path) || path.endsWith("/" + file.path()))
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    /// Adds what goes on under `### util.py (continued)`.
    boolean append(String path, List<String> lines, boolean truncated) {
        var known = files.get(path);
        return known != null && files.amend(path, known.content() + String.join("\n", lines) + "\n", truncated);
    }
}
