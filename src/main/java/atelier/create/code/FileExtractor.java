package atelier.create.code;

import atelier.create.ExtractedFile;
import java.util.ArrayList;
import java.util.List;

/// Finds the files in a model's answer, whatever habit the model has: typed JSON, fenced blocks named in any of the
/// usual places, tags, separators. Deterministic, in time proportional to the length, and never throws.
public final class FileExtractor {
    private FileExtractor() {}

    public static Extraction extract(String answer) {
        return extract(answer, List.of());
    }

    /// The same where files are to be changed: diffs and replacements count against them, and what does not fit is noted.
    ///
    /// @param earlier as they are
    public static Extraction extract(String answer, List<ExtractedFile> earlier) {
        var split = Thinking.split(lines(answer));
        if (!split.unclosed().isEmpty()) {
            return amongThoughts(split, earlier);
        }
        var project = JsonAnswer.read(split.lines());
        return project != null ? project : assembled(split.lines(), earlier);
    }

    private static Extraction assembled(List<String> lines, List<ExtractedFile> earlier) {
        var fenced = earlier.isEmpty() ? lines : Unfenced.fenced(lines);
        return FileAssembler.assemble(AnswerScanner.scan(Unglued.lines(fenced)), earlier);
    }

    /// The names of the files begun so far in an answer that is still growing.
    public static List<String> namesSoFar(String partial) {
        return extract(partial).files().stream().map(ExtractedFile::path).toList();
    }

    /// Thinking that never ended: drafts in it are no files, but one that is named and complete may be what was meant.
    private static Extraction amongThoughts(Thinking.Split split, List<ExtractedFile> earlier) {
        var before = assembled(split.lines(), earlier);
        var pieces = new ArrayList<Piece>();
        for (var piece : AnswerScanner.scan(split.unclosed())) {
            if (!(piece instanceof Piece.Block block) || block.closed()) {
                pieces.add(piece);
            }
        }
        var within = FileAssembler.named(pieces, new FileSet());
        var files = new ArrayList<>(before.files());
        for (var file : within.files()) {
            if (files.stream().noneMatch(known -> known.path().equalsIgnoreCase(file.path()))) {
                files.add(file);
            }
        }
        var rejected = new ArrayList<>(before.rejected());
        rejected.addAll(within.rejected());
        return new Extraction(files, rejected, before.explanation(), before.edits());
    }

    private static List<String> lines(String answer) {
        var plain = answer.replace("\r\n", "\n").replace('\r', '\n');
        return List.of((plain.startsWith("\uFEFF") ? plain.substring(1) : plain).split("\n", -1));
    }
}
