package atelier.create.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the fences of an answer stand and which of them close which. Models forget closing fences, and put fences of
/// the same length inside each other; both are guessed at here.
final class FenceMap {
    /// So much further in, a fence is part of the code, say of an example in its comment.
    private static final int INDENTED = 4;

    private final List<String> lines;
    private final @Nullable Fence[] fences;
    /// Bare fences from here to the next fence with words.
    private final int[] bareRun;
    private final boolean[] named;
    /// Off after the first wrong guess.
    private boolean nesting = true;
    /// Lines that may still be looked at for guesses, so that guessing again and again cannot cost quadratic time.
    private long patience;

    FenceMap(List<String> lines) {
        this.lines = lines;
        fences = new @Nullable Fence[lines.size()];
        bareRun = new int[lines.size() + 1];
        named = new boolean[lines.size()];
        patience = 10_000 + 20L * lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            var fence = Fence.of(lines.get(i));
            fences[i] = fence;
            named[i] = fence != null && InfoString.of(fence.info()).path() != null;
            bareRun[i] = fence == null ? bareRun[i + 1] : fence.isBare() ? bareRun[i + 1] + 1 : 0;
        }
    }

    @Nullable
    Fence at(int line) {
        return fences[line];
    }

    boolean isBare(int line) {
        var fence = fences[line];
        return fence != null && fence.isBare();
    }

    /// Whether a fence stands within the next `words` lines that are not blank.
    boolean opensSoon(int from, int words) {
        int seen = 0;
        for (int i = from; i < lines.size() && i < from + 4 * words && seen < words; i++) {
            if (fences[i] != null) {
                return true;
            }
            seen += lines.get(i).isBlank() ? 0 : 1;
        }
        return false;
    }

    /// The line that ends the block opened at `at`: its closing fence, or the fence of the next file when the closing one
    /// was forgotten, or the number of lines.
    int end(int at) {
        var open = fences[at];
        if (open == null) {
            return at;
        }
        boolean markdown = "markdown".equals(InfoString.of(open.info()).language());
        int depth = 0;
        int firstBare = -1;
        int firstNamed = -1;
        int firstDeep = -1;
        for (int i = at + 1; i < lines.size(); i++) {
            var fence = fences[i];
            if (--patience < 0 && fence != null) {
                return i;
            }
            if (fence == null || fence.mark() != open.mark() || fence.length() < open.length()) {
                continue;
            }
            if (fence.column() >= open.column() + INDENTED) {
                firstDeep = firstDeep < 0 && fence.isBare() ? i : firstDeep;
                continue;
            }
            if (!fence.isBare()) {
                depth += nesting || markdown ? 1 : 0;
                firstNamed = firstNamed < 0 && named[i] ? i : firstNamed;
            } else if (depth > 0) {
                depth--;
                firstBare = firstBare < 0 ? i : firstBare;
            } else if (markdown && opensInner(i)) {
                depth++;
            } else {
                return i;
            }
        }
        return unclosed(markdown, firstBare < 0 && firstNamed < 0 ? firstDeep : firstBare, firstNamed);
    }

    private int unclosed(boolean markdown, int firstBare, int firstNamed) {
        if (firstNamed >= 0 && (firstBare < 0 || markdown || firstNamed < firstBare)) {
            return firstNamed;
        }
        if (firstBare < 0 || markdown) {
            return lines.size();
        }
        nesting = false;
        return firstBare;
    }

    /// In Markdown a bare fence may open a block within: then an odd number is left and text follows at once.
    private boolean opensInner(int line) {
        return bareRun[line] >= 3 && bareRun[line] % 2 == 1 && line + 1 < lines.size()
                && !lines.get(line + 1).isBlank();
    }
}
