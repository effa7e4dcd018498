package atelier.create.code;

import atelier.create.code.Piece.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes files and an explanation of the pieces of an answer: first the blocks that carry a name, then, by guessing, the
/// others.
final class FileAssembler {
    private final List<Piece> pieces;
    private final boolean[] gone;
    private final FileSet files = new FileSet();

    private FileAssembler(List<Piece> pieces) {
        this.pieces = pieces;
        gone = new boolean[pieces.size()];
    }

    static Extraction assemble(List<Piece> pieces) {
        if (pieces.stream().noneMatch(Block.class::isInstance)) {
            return bare(pieces);
        }
        var assembler = new FileAssembler(pieces);
        var unnamed = assembler.takeNamed();
        for (var guess : new Guesses(pieces, assembler.files).of(unnamed)) {
            assembler.put(guess.index(), guess.path(), guess.language());
        }
        return assembler.files.with(assembler.explanation());
    }

    /// An answer without any mark is prose, or nothing but code.
    private static Extraction bare(List<Piece> pieces) {
        var lines = new ArrayList<String>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Prose(var line)) {
                lines.add(line);
            }
        }
        var files = new FileSet();
        var language = Sniffer.ofBareCode(lines);
        if (language == null) {
            return files.with(Explanation.tidy(lines));
        }
        var path = language.equals("java") ? JavaSource.path(lines, List.of()) : Language.loneName(language);
        files.put(path == null ? "Main.java" : path, language, false, String.join("\n", lines).strip() + "\n");
        return files.with("");
    }

    /// Only what carries a name.
    static Extraction named(List<Piece> pieces) {
        var assembler = new FileAssembler(pieces);
        assembler.takeNamed();
        return assembler.files.with(assembler.explanation());
    }

    /// Indices of the blocks without a name.
    private List<Integer> takeNamed() {
        var unnamed = new ArrayList<Integer>();
        var names = new Names(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Block block)) {
                continue;
            }
            var name = names.of(i, block);
            if (name == null) {
                unnamed.add(i);
            } else if (name.firm() || !shrinks(name.path(), block)) {
                if (name.announcement() >= 0) {
                    gone[name.announcement()] = true;
                }
                put(i, name.path(), InfoString.of(block.info()).language());
            }
        }
        return unnamed;
    }

    /// A shorter block under a sentence that mentions a known file shows a change to it, not the file.
    private boolean shrinks(String path, Block block) {
        var known = files.get(path);
        return known != null && block.lines().size() * 2L < known.content().lines().count();
    }

    private void put(int index, String path, @Nullable String language) {
        if (pieces.get(index) instanceof Block block) {
            files.put(path, language, !block.closed(), content(path, block));
            gone[index] = true;
        }
    }

    private static String content(String path, Block block) {
        var lines = block.lines();
        // JSON has no comments; a name on its first line is one of ours to read only.
        boolean skip = "json".equals(Language.ofPath(path)) && !lines.isEmpty()
                && FileLabel.commented(lines.getFirst()) != null;
        var text = String.join("\n", skip ? lines.subList(1, lines.size()) : lines);
        return text.isEmpty() ? "" : text + "\n";
    }

    private String explanation() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            if (gone[i]) {
                continue;
            }
            switch (pieces.get(i)) {
                case Piece.Prose(var line) -> lines.add(line);
                case Block block -> lines.addAll(block.raw());
            }
        }
        return Explanation.tidy(lines);
    }
}
