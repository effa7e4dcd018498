package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.code.Piece.Block;
import atelier.create.patch.Edit;
import atelier.language.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Blocks that change a file given before, in the same answer or in the version before it: diffs, search and replace,
/// continuations.
final class Amendments {
    private static final String UNNAMED = "?";

    private final FileSet files;

    Amendments(FileSet files) {
        this.files = files;
    }

    /// What one change comes to.
    ///
    /// @param now   null when the file goes
    /// @param known null for a new file
    private record Step(@Nullable ExtractedFile known, @Nullable String now, String path, @Nullable Sentence wrong) {
        boolean fits() {
            return wrong == null;
        }
    }

    static boolean is(Block block) {
        return (block.path() == null && "diff".equals(InfoString.of(block.info()).language()))
                || Edit.isIn(block.lines());
    }

    /// Whether every change in the block found its place. Each counts by itself; what does not fit files of an earlier version is
    /// noted.
    ///
    /// @param named the file named above the block; null for none
    boolean apply(Block block, @Nullable String named) {
        var edits = Edit.in(block.lines());
        boolean all = !edits.isEmpty();
        for (int i = 0; i < edits.size(); i++) {
            var edit = edits.get(i);
            var step = step(edit, edit.path().isEmpty() ? named : edit.path());
            boolean isWhole = block.closed() || i < edits.size() - 1;
            boolean taken = step.fits() && take(step, isWhole);
            if (!taken && files.hasEarlier()) {
                files.misfit(step.path(), step.wrong() == null ? Sentence.of("check.edit.places") : step.wrong());
            }
            all &= taken;
        }
        if (edits.isEmpty() && files.hasEarlier() && (!block.closed() || Edit.breaksOff(block.lines()))) {
            files.misfit(named == null ? UNNAMED : named, Sentence.of("check.edit.breaks-off"));
        }
        return all;
    }

    /// @param whole whether the change did not break off
    private boolean take(Step step, boolean whole) {
        var known = step.known();
        var now = step.now();
        if (now == null) {
            files.remove(step.path());
        } else if (known == null) {
            return files.put(step.path(), null, !whole, now);
        } else {
            if (!files.amend(known.path(), now, known.truncated() || !whole)) {
                return false;
            }
            if (!step.path().equals(known.path())) {
                files.rename(known.path(), step.path());
            }
        }
        return true;
    }

    private Step step(Edit edit, @Nullable String named) {
        var from = edit.from().isEmpty() ? named : edit.from();
        var known = from == null ? only(edit) : known(from);
        var path = named == null ? known == null ? UNNAMED : known.path() : named;
        if (known == null) {
            return edit.creates() && named != null
                    ? new Step(null, edit.created(), path, null)
                    : new Step(null, null, path, Sentence.of("check.edit.no-file"));
        }
        if (edit.kind() == Edit.Kind.REMOVED) {
            return new Step(known, null, known.path(), null);
        }
        if (edit.kind() == Edit.Kind.CREATED) {
            // Given whole, so that it counts as such.
            return new Step(null, edit.created(), known.path(), null);
        }
        boolean renamed = !edit.path().equals(edit.from());
        return switch (edit.appliedTo(known.content(), files.patience())) {
            case Edit.Result.Fits(var content) ->
                new Step(known, content, renamed ? edit.path() : known.path(), null);
            case Edit.Result.Misses(var why) -> isRepeated(edit, known)
                    ? new Step(known, known.content(), known.path(), null)
                    : new Step(known, null, known.path(), why);
        };
    }

    /// Whether the answer has made this change already.
    private boolean isRepeated(Edit edit, ExtractedFile known) {
        return files.get(known.path()) != null && edit.isDoneIn(known.content(), files.patience());
    }

    /// The only file there is, or the only one where the change fits.
    private @Nullable ExtractedFile only(Edit edit) {
        var all = files.known();
        if (all.size() == 1) {
            return all.getFirst();
        }
        var fitting = all.stream().filter(file -> !edit.creates()
                && edit.appliedTo(file.content(), files.patience()) instanceof Edit.Result.Fits).toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /// The file of that name, or the only one whose name ends so.
    private @Nullable ExtractedFile known(String path) {
        var exact = files.known(path);
        if (exact != null || !files.patience().spend(files.size())) {
            return exact;
        }
        var alike = files.known().stream()
                .filter(file -> file.path().endsWith("/" + path) || path.endsWith("/" + file.path())).toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    /// Adds what goes on under `### util.py (continued)`.
    boolean append(String path, List<String> lines, boolean truncated) {
        var known = files.get(path);
        return known != null && files.amend(path, known.content() + String.join("\n", lines) + "\n", truncated);
    }
}
