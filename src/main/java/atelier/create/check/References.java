package atelier.create.check;

import atelier.create.ExtractedFile;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// References from file to file within a project. What a build makes, and what comes from elsewhere, is not looked for.
public final class References {
    private static final Pattern IN_PAGE = Pattern.compile(
            "<(?:script|link|img|iframe|audio|video|source|a)\\b[^<>]{0,400}?\\s(?:src|href)\\s{0,2}=\\s{0,2}[\"']([^\"'<>]{1,200})[\"']",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_STYLE = Pattern
            .compile("url\\(\\s{0,2}[\"']?([^\"')]{1,200})[\"']?\\s{0,2}\\)|@import\\s{1,2}[\"']([^\"']{1,200})[\"']");
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "(?:from\\s{0,2}|import\\s{0,2}\\(?\\s{0,2}|require\\(\\s{0,2})[\"'](\\.{1,2}/[^\"'\\n]{0,200})[\"']");
    private static final Set<String> SCRIPTS = Set.of("javascript", "jsx", "typescript", "tsx", "vue", "svelte");
    private static final List<String> SCRIPT_ENDINGS = List.of("", ".js", ".ts", ".jsx", ".tsx", ".mjs", ".json",
            ".d.ts", ".vue", ".svelte", ".css", "/index.js", "/index.ts", "/index.jsx", "/index.tsx");

    private References() {}

    /// Local addresses a page asks for, as written, without query and fragment.
    public static List<String> inPage(String page) {
        var found = new ArrayList<String>();
        var matcher = IN_PAGE.matcher(page);
        while (matcher.find()) {
            local(matcher.group(1), found);
        }
        return found;
    }

    /// What does not resolve, a finding each.
    static List<Finding> unresolved(List<ExtractedFile> files) {
        var paths = files.stream().map(ExtractedFile::path).collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        var imports = new Imports(files);
        var python = new PythonImports(files);
        for (var file : files) {
            var all = missing(file, paths);
            all.addAll(file.language().equals("python") ? python.missing(file) : imports.missing(file));
            for (var missing : all) {
                findings.add(new Finding(ProjectChecks.REFERENCES, file.path(),
                        Sentence.of("check.refers", "missing", missing)));
            }
        }
        return findings;
    }

    private static Set<String> missing(ExtractedFile file, Set<String> paths) {
        var missing = new TreeSet<String>();
        switch (file.language()) {
            case "html" ->
                check(file, inPage(file.content()), List.of("", "index.html", "/index.html"), paths, missing);
            case "css", "scss" -> check(file, inStyle(file.content()), List.of("", ".scss", ".css"), paths, missing);
            default -> {
                if (SCRIPTS.contains(file.language())) {
                    check(file, inScript(file.content()), SCRIPT_ENDINGS, paths, missing);
                }
            }
        }
        return missing;
    }

    private static void check(ExtractedFile file, List<String> references, List<String> endings, Set<String> paths,
            Set<String> missing) {
        for (var reference : references) {
            var target = resolved(file.path(), reference);
            boolean there = endings.stream().anyMatch(ending -> paths.contains(target + ending))
                    || paths.contains("public/" + target) || paths.contains("static/" + target)
                    || (target.endsWith(".js") && paths.contains(target.substring(0, target.length() - 2) + "ts"))
                    || target.isEmpty();
            if (!there) {
                missing.add(reference);
            }
        }
    }

    private static List<String> inStyle(String content) {
        var found = new ArrayList<String>();
        var matcher = IN_STYLE.matcher(content);
        while (matcher.find()) {
            var reference = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            if (reference != null) {
                local(reference, found);
            }
        }
        return found;
    }

    private static List<String> inScript(String content) {
        var found = new ArrayList<String>();
        var matcher = IN_SCRIPT.matcher(content);
        while (matcher.find()) {
            local(matcher.group(1), found);
        }
        return found;
    }

    private static void local(String reference, List<String> found) {
        int end = reference.length();
        for (char stop : new char[]{'?', '#'}) {
            int at = reference.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        var path = reference.substring(0, end).strip();
        var lower = path.toLowerCase(Locale.ROOT);
        boolean elsewhere = path.isEmpty() || lower.startsWith("//") || path.indexOf(':') >= 0 || path.indexOf('{') >= 0
                || path.indexOf('$') >= 0 || path.endsWith("/");
        boolean named = path.indexOf('.') >= 0;
        if (!elsewhere && named) {
            found.add(path);
        }
    }

    /// The path a reference means, seen from the file it stands in.
    static String resolved(String from, String reference) {
        var segments = new ArrayList<String>();
        if (!reference.startsWith("/")) {
            var parts = from.split("/", -1);
            segments.addAll(List.of(parts).subList(0, parts.length - 1));
        }
        for (var segment : reference.split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }
}
