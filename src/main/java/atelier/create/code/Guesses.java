package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.check.References;
import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names for blocks that carry none: by language, by the class within, by what a page asks for.
final class Guesses {
    private static final Pattern CORRECTED = Pattern
            .compile("(?i)\\b(?:correct|fix|updat|revis|improv|complete|final|full)[a-z]{0,6}\\b");
    private static final Set<String> DATA = Set.of("json", "yaml", "toml", "ini", "xml", "csv", "markdown",
            "dockerfile", "makefile");
    private static final Set<String> ONE_NAME = Set.of("dockerfile", "makefile", "cmake");
    private static final int SNIPPET = 3;

    private final List<Piece> pieces;
    private final FileSet files;

    Guesses(List<Piece> pieces, FileSet files) {
        this.pieces = pieces;
        this.files = files;
    }

    record Guess(int index, String path, String language) {}

    private record Candidate(int index, Block block, String language) {}

    List<Guess> of(List<Integer> unnamed) {
        var candidates = new ArrayList<Candidate>();
        for (int index : unnamed) {
            if (pieces.get(index) instanceof Block block) {
                var language = language(block);
                if (language != null && block.lines().stream().anyMatch(line -> !line.isBlank())) {
                    candidates.add(new Candidate(index, block, language));
                }
            }
        }
        return files.isEmpty() ? alone(candidates) : beside(candidates);
    }

    /// Null for commands, outputs, diffs and what cannot be told.
    private static @Nullable String language(Block block) {
        var named = InfoString.of(block.info()).language();
        if (named != null && Language.isShell(named)) {
            return !block.lines().isEmpty() && block.lines().getFirst().startsWith("#!") ? named : null;
        }
        var language = named == null ? Sniffer.language(block.lines()) : named;
        boolean formula = "latex".equals(language)
                && block.lines().stream().noneMatch(line -> line.contains("\\documentclass"));
        return language == null || formula || Language.isSilent(language) || Language.loneName(language).isEmpty()
                || Sniffer.isDiff(block.lines()) ? null : language;
    }

    /// Beside files with names the others are examples, except classes and what a page among the files asks for.
    private List<Guess> beside(List<Candidate> candidates) {
        var guesses = new ArrayList<Guess>();
        var wanted = new ArrayList<>(wanted(files.files()));
        for (var candidate : candidates) {
            var path = candidate.language().equals("java")
                    ? JavaSource.path(candidate.block().lines(), files.files())
                    : null;
            if (path == null) {
                path = ONE_NAME.contains(candidate.language())
                        ? Language.loneName(candidate.language())
                        : KnownNames.of(candidate.language(), candidate.block().lines());
            }
            if (path == null) {
                path = wanted.stream().filter(name -> candidate.language().equals(Language.ofPath(name))).findFirst()
                        .orElse(null);
                wanted.remove(path);
            }
            if (path != null && files.get(path) == null) {
                guesses.add(new Guess(candidate.index(), path, candidate.language()));
            }
        }
        return guesses;
    }

    private List<Guess> alone(List<Candidate> candidates) {
        var guesses = new ArrayList<Guess>();
        boolean code = candidates.stream().anyMatch(one -> !DATA.contains(one.language()));
        var pages = candidates.stream().filter(one -> one.language().equals("html"))
                .map(one -> new ExtractedFile("index.html", "html", false, String.join("\n", one.block().lines())))
                .toList();
        var wanted = new ArrayList<>(wanted(pages));
        var longest = new HashMap<String, Integer>();
        candidates.forEach(one -> longest.merge(one.language(), one.block().lines().size(), Math::max));
        var taken = new HashMap<String, Integer>();
        var last = new HashMap<String, String>();
        for (var candidate : candidates) {
            if (isAside(code, candidate, longest)) {
                continue;
            }
            guesses.add(new Guess(candidate.index(), path(candidate, wanted, taken, last, !pages.isEmpty()),
                    candidate.language()));
        }
        return guesses;
    }

    /// Data beside code, and a few lines beside a whole program, are examples.
    private static boolean isAside(boolean code, Candidate candidate, Map<String, Integer> longest) {
        int most = longest.getOrDefault(candidate.language(), 0);
        int size = candidate.block().lines().size();
        boolean known = ONE_NAME.contains(candidate.language())
                || KnownNames.of(candidate.language(), candidate.block().lines()) != null;
        return (code && !known && DATA.contains(candidate.language()))
                || (size <= SNIPPET && most >= SNIPPET * size && most > size);
    }

    private String path(Candidate candidate, List<String> wanted, Map<String, Integer> taken, Map<String, String> last,
            boolean page) {
        var language = candidate.language();
        var known = last.get(language);
        if (language.equals("java")) {
            var path = JavaSource.path(candidate.block().lines(), List.of());
            if (path != null) {
                return path;
            }
        }
        var own = KnownNames.of(language, candidate.block().lines());
        if (own != null) {
            taken.merge(own, 1, Integer::sum);
            return own;
        }
        if (known != null && isCorrection(candidate.index())) {
            return known;
        }
        var asked = wanted.stream().filter(name -> language.equals(Language.ofPath(name))).findFirst().orElse(null);
        wanted.remove(asked);
        var name = asked != null
                ? asked
                : page && language.equals("javascript")
                        ? "script.js"
                        : language.equals("rust") && taken.containsKey("Cargo.toml")
                                ? "src/main.rs"
                                : Language.loneName(language);
        int number = taken.merge(name, 1, Integer::sum);
        int dot = name.lastIndexOf('.');
        var path = number == 1
                ? name
                : dot < 0 ? name + "_" + number : name.substring(0, dot) + "_" + number + name.substring(dot);
        last.put(language, path);
        return path;
    }

    private boolean isCorrection(int index) {
        for (int i = index - 1; i >= Math.max(0, index - 6) && pieces.get(i) instanceof Prose(var line); i--) {
            if (line.length() < 400 && CORRECTED.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    /// Local scripts and styles the pages ask for.
    private static Set<String> wanted(List<ExtractedFile> pages) {
        var names = new HashSet<String>();
        var ordered = new LinkedHashSet<String>();
        for (var page : pages) {
            if (page.language().equals("html")) {
                for (var reference : References.inPage(page.content())) {
                    var lower = reference.toLowerCase(Locale.ROOT);
                    if ((lower.endsWith(".css") || lower.endsWith(".js")) && names.add(lower)) {
                        ordered.add(reference);
                    }
                }
            }
        }
        return ordered;
    }
}
