package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes files and an explanation of the pieces of an answer: first the blocks that carry a name, then, by guessing, the
/// others.
final class FileAssembler {
    private final List<Piece> pieces;
    private final boolean[] gone;
    private final FileSet files;
    private final Amendments amendments;
    private final Names names;

    private FileAssembler(List<Piece> pieces, FileSet files) {
        this.files = files;
        amendments = new Amendments(files);
        this.pieces = new ArrayList<>(pieces);
        gone = new boolean[pieces.size()];
        names = new Names(this.pieces);
    }

    /// @param earlier files of the version before, which the answer may change
    static Extraction assemble(List<Piece> all, List<ExtractedFile> earlier) {
        if (all.stream().noneMatch(Block.class::isInstance)) {
            return bare(all);
        }
        var pieces = unpacked(all);
        var assembler = new FileAssembler(pieces, new FileSet(earlier));
        var unnamed = assembler.takeNamed();
        for (var guess : new Guesses(pieces, assembler.files).of(unnamed)) {
            assembler.put(guess.index(), guess.path(), guess.language());
        }
        return assembler.files.with(assembler.explanation());
    }

    /// The whole answer in one fence of Markdown: what counts is within.
    private static List<Piece> unpacked(List<Piece> pieces) {
        int only = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Block) {
                if (only >= 0) {
                    return pieces;
                }
                only = i;
            }
        }
        if (only < 0 || !(pieces.get(only) instanceof Block block) || block.path() != null
                || !"markdown".equals(InfoString.of(block.info()).language())
                || new Names(pieces).of(only, block) != null) {
            return pieces;
        }
        var inner = AnswerScanner.scan(block.lines());
        var names = new Names(inner);
        for (int i = 0; i < inner.size(); i++) {
            var name = inner.get(i) instanceof Block one ? names.of(i, one) : null;
            if (name != null && name.firm()) {
                var whole = new ArrayList<>(pieces.subList(0, only));
                whole.addAll(inner);
                whole.addAll(pieces.subList(only + 1, pieces.size()));
                return whole;
            }
        }
        return pieces;
    }

    /// An answer without any mark is prose, or nothing but code.
    private static Extraction bare(List<Piece> pieces) {
        var lines = new ArrayList<String>();
        for (var piece : pieces) {
            if (piece instanceof Prose(var line)) {
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
    ///
    /// @param files known already
    static Extraction named(List<Piece> pieces, FileSet files) {
        var assembler = new FileAssembler(pieces, files);
        assembler.takeNamed();
        return assembler.files.with(assembler.explanation());
    }

    /// Indices of the blocks without a name.
    private List<Integer> takeNamed() {
        var unnamed = new ArrayList<Integer>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Block block && !amended(i, block)) {
                var name = names.of(i, block);
                if (name != null) {
                    take(i, block, name);
                } else if (!written(i, block)) {
                    unnamed.add(i);
                }
            }
        }
        return unnamed;
    }

    private void take(int index, Block block, Names.Name name) {
        if (!name.firm() && shrinks(name.path(), block)) {
            files.part(name.path());
            return;
        }
        boolean continued = names.isContinued(index)
                && amendments.append(name.path(), block.lines(), !block.closed());
        gone[index] = continued || put(index, name.path(), InfoString.of(block.info()).language());
        if (gone[index] && name.announcement() >= 0) {
            gone[name.announcement()] = true;
        }
    }

    /// Whether the block changes a file; then, applied or not, it is none.
    private boolean amended(int index, Block block) {
        if (!Amendments.is(block)) {
            return false;
        }
        var info = InfoString.of(block.info());
        var own = block.path() != null ? block.path() : info.path();
        var named = own != null ? own : names.above(index);
        if (named != null && "diff".equals(Language.ofPath(named))) {
            return false;
        }
        gone[index] = amendments.apply(block, named);
        return true;
    }

    /// Files that commands in the block would write.
    private boolean written(int index, Block block) {
        var language = InfoString.of(block.info()).language();
        boolean commands = language == null || Language.isShell(language) || language.equals("console");
        if (!commands || block.lines().stream().noneMatch(line -> line.contains("<<"))) {
            return false;
        }
        var heredocs = Heredocs.of(block.lines());
        for (var one : heredocs.files()) {
            files.put(one.path(), null, !one.closed() && !block.closed(), text(one.lines()));
        }
        if (heredocs.files().isEmpty()) {
            return false;
        }
        gone[index] = heredocs.isAll();
        if (!gone[index]) {
            var raw = new ArrayList<String>();
            raw.add("```" + block.info());
            raw.addAll(heredocs.rest());
            raw.add("```");
            pieces.set(index, new Block(block.info(), null, heredocs.rest(), true, raw));
        }
        return true;
    }

    /// A shorter block under a sentence that mentions a known file shows a change to it, not the file.
    private boolean shrinks(String path, Block block) {
        return block.lines().size() * 2L < files.lines(path);
    }

    private boolean put(int index, String path, @Nullable String language) {
        if (pieces.get(index) instanceof Block block) {
            gone[index] = files.put(path, language, !block.closed(), content(path, block));
        }
        return gone[index];
    }

    private static String content(String path, Block block) {
        var lines = block.lines();
        // JSON has no comments; a name on its first line is one of ours to read only.
        boolean skip = "json".equals(Language.ofPath(path)) && !lines.isEmpty()
                && FileLabel.commented(lines.getFirst()) != null;
        return text(skip ? lines.subList(1, lines.size()) : lines);
    }

    private static String text(List<String> lines) {
        var text = String.join("\n", lines);
        return text.isEmpty() ? "" : text + "\n";
    }

    private String explanation() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            if (gone[i]) {
                continue;
            }
            switch (pieces.get(i)) {
                case Prose(var line) -> lines.add(line);
                case Block block -> lines.addAll(block.raw());
            }
        }
        return Explanation.tidy(lines);
    }
}
