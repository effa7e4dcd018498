package atelier.create.code;

import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name a block carries: in its own style, behind the fence, above it, or in its first comment.
final class Names {
    /// Lines between a heading that names a file and the block that holds it.
    private static final int REACH = 10;
    private static final Set<String> IN_SHELL = Set.of("shell", "batch", "powershell", "dockerfile", "makefile", "ini",
            "text", "yaml", "toml");

    private static final Pattern QUOTED = Pattern.compile("`[^`]{0,200}`");

    private final List<Piece> pieces;

    Names(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /// @param announcement piece that did nothing but announce the file; -1 for none
    /// @param firm         whether the place leaves no doubt
    record Name(String path, int announcement, boolean firm) {}

    /// Null when nothing names the block.
    @Nullable
    Name of(int index, Block block) {
        if (block.path() != null) {
            return new Name(block.path(), -1, true);
        }
        var info = InfoString.of(block.info());
        int above = lineAbove(index);
        var announced = above < 0 ? null : FileLabel.announced(line(above));
        if (info.path() != null) {
            boolean same = announced != null && (announced.endsWith(info.path()) || info.path().endsWith(announced));
            return fits(info.language(), info.path()) ? new Name(info.path(), same ? pure(above) : -1, true) : null;
        }
        var commented = fitting(info, HeadComment.path(info.language(), block.lines()));
        if (announced != null && fits(info.language(), announced)) {
            // "### main.py" above "# src/main.py": the longer one is the whole name.
            var whole = commented != null && commented.endsWith("/" + announced) ? commented : announced;
            return new Name(whole, pure(above), true);
        }
        if (commented != null) {
            return new Name(commented, -1, true);
        }
        var headed = heading(index, info);
        return headed != null ? headed : mentioned(above, info);
    }

    /// The file named just above, whatever the block holds.
    @Nullable
    String above(int index) {
        int above = lineAbove(index);
        if (above < 0) {
            return null;
        }
        var announced = FileLabel.announced(line(above));
        return announced != null ? announced : FileLabel.mentioned(line(above));
    }

    /// Whether the line above says that the block goes on where an earlier one ended.
    boolean isContinued(int index) {
        int above = lineAbove(index);
        return above >= 0 && line(above).length() < 300 && Labels.CONTINUED.matcher(line(above)).find();
    }

    private @Nullable Name heading(int index, InfoString info) {
        for (int i = index - 1; i >= Math.max(0, index - REACH); i--) {
            if (!(pieces.get(i) instanceof Prose(var line))) {
                return null;
            }
            var announced = fitting(info, FileLabel.announced(line));
            if (announced != null) {
                return new Name(announced, pure(i), true);
            }
            if (line.startsWith("#")) {
                var path = fitting(info, FileLabel.mentioned(line));
                return path == null ? null : new Name(path, -1, false);
            }
        }
        return null;
    }

    private @Nullable Name mentioned(int above, InfoString info) {
        if (above >= 0 && info.language() == null && Labels.OUTPUT.matcher(QUOTED.matcher(line(above)).replaceAll(""))
                .find()) {
            return null;
        }
        var path = above < 0 ? null : FileLabel.mentioned(line(above));
        if (path == null) {
            return null;
        }
        var file = Language.ofPath(path);
        var fence = info.language();
        boolean fits = file == null || fence == null || Language.fits(fence, file);
        return fits && fits(fence, path) ? new Name(path, -1, false) : null;
    }

    private static @Nullable String fitting(InfoString info, @Nullable String path) {
        return path != null && fits(info.language(), path) ? path : null;
    }

    /// Commands and diffs under a file's name are about the file, they are not the file.
    private static boolean fits(@Nullable String fence, String path) {
        var file = Language.ofPath(path);
        if (fence == null) {
            return true;
        }
        if (fence.equals("diff")) {
            return "diff".equals(file);
        }
        if (Language.isShell(fence)) {
            return file != null && IN_SHELL.contains(file);
        }
        return true;
    }

    /// The last line of prose above, over at most two blank ones; -1 for none.
    private int lineAbove(int index) {
        for (int i = index - 1; i >= Math.max(0, index - 3); i--) {
            if (!(pieces.get(i) instanceof Prose(var line))) {
                return -1;
            }
            if (!line.isBlank()) {
                return i;
            }
        }
        return -1;
    }

    /// The announcement, when nothing but the name would go with it.
    private int pure(int index) {
        return FileLabel.saysNothingElse(line(index)) ? index : -1;
    }

    private String line(int index) {
        return pieces.get(index) instanceof Prose(var line) ? line : "";
    }
}
