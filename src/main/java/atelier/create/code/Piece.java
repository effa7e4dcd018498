package atelier.create.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of an answer: a line of prose or a block that may be a file.
sealed interface Piece {
    /// One line outside all blocks.
    record Prose(String line) implements Piece {}

    /// Lines that belong together.
    ///
    /// @param info   words behind the fence; empty for other styles
    /// @param path   the name the style itself carries (tag, separator); null for fences
    /// @param lines  the content
    /// @param closed whether its end was there
    /// @param raw    the lines as they stood, for a block that stays in the explanation
    record Block(String info, @Nullable String path, List<String> lines, boolean closed,
            List<String> raw) implements Piece {
        public Block {
            lines = List.copyOf(lines);
            raw = List.copyOf(raw);
        }
    }
}
