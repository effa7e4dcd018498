package atelier.create.check;

import atelier.create.ExtractedFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Imports of a project's own modules in Java, C, Go and Rust. What may come from a library is never missed.
final class Imports {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s{0,8}package ([\\w.]{1,200})\\s?;");
    private static final Pattern TYPE = Pattern
            .compile("\\b(?:class|interface|enum|record|@interface|object)\\s{1,4}(\\w{1,90})");
    private static final Pattern JAVA = Pattern
            .compile("(?m)^import (?:static )?([\\w.]{1,200}?)(?:\\.\\*)?\\s?;");
    private static final Pattern INCLUDE = Pattern
            .compile("(?m)^[ \\t]{0,8}#\\s{0,4}include\\s{0,4}\"([^\"\\n]{1,200})\"");
    private static final Pattern MODULE = Pattern.compile("(?m)^module\\s{1,4}([^\\s/][^\\s]{0,200})");
    private static final Pattern GO = Pattern
            .compile("(?m)^(?:import\\s{1,4}|\\s{1,8})(?:[\\w.]{1,60}\\s{1,4})?\"([^\"\\n]{1,200})\"");
    private static final Pattern RUST = Pattern.compile("(?m)^(?:pub(?:\\([^)\\n]{1,40}\\))?\\s)?mod (\\w{1,90});");

    private final List<ExtractedFile> files;
    private final Set<String> paths = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Set<String>> types = new HashMap<>();
    private final String goModule;

    Imports(List<ExtractedFile> files) {
        this.files = files;
        var module = "";
        for (var file : files) {
            paths.add(file.path());
            for (int slash = file.path().indexOf('/'); slash > 0; slash = file.path().indexOf('/', slash + 1)) {
                folders.add(file.path().substring(0, slash));
            }
            if (Set.of("java", "kotlin", "groovy", "scala").contains(file.language())) {
                declare(file);
            }
            if (file.path().equals("go.mod")) {
                var found = MODULE.matcher(file.content());
                module = found.find() ? found.group(1) : "";
            }
        }
        goModule = module;
    }

    private void declare(ExtractedFile file) {
        var found = PACKAGE.matcher(file.content());
        var own = types.computeIfAbsent(found.find() ? found.group(1) : "", _ -> new HashSet<>());
        TYPE.matcher(file.content()).results().map(type -> type.group(1)).forEach(own::add);
        own.add(stem(file.path()));
    }

    /// What `file` imports and nobody holds, as written.
    Set<String> missing(ExtractedFile file) {
        var missing = new TreeSet<String>();
        switch (file.language()) {
            case "java" -> found(JAVA, file).filter(name -> !java(name)).forEach(missing::add);
            case "c", "c++" -> found(INCLUDE, file).filter(name -> !include(file.path(), name)).forEach(missing::add);
            case "go" -> found(GO, file).filter(name -> !go(name)).forEach(missing::add);
            case "rust" -> {
                if (!file.content().contains("#[path")) {
                    found(RUST, file).filter(name -> !rust(file.path(), name)).forEach(missing::add);
                }
            }
            default -> {
                // Other languages have their own reader, or none.
            }
        }
        return missing;
    }

    private static Stream<String> found(Pattern pattern, ExtractedFile file) {
        return pattern.matcher(file.content()).results().map((MatchResult one) -> one.group(1));
    }

    /// Only packages that are ours can lack something.
    private boolean java(String name) {
        for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            var own = types.get(name.substring(0, dot));
            if (own != null) {
                var rest = dot == name.length() ? "" : name.substring(dot + 1);
                var next = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
                boolean isPackage = !next.isEmpty() && Character.isLowerCase(next.charAt(0));
                return next.isEmpty() || own.contains(next) || (isPackage && name.indexOf('.') == dot);
            }
        }
        return true;
    }

    /// A header in quotes may still be a library's, unless it is named after our own files or folders.
    private boolean include(String from, String name) {
        var target = References.resolved(from, name);
        boolean isThere = paths.contains(target) || paths.stream().anyMatch(path -> path.equals(name) || path.endsWith(
                "/" + name.replaceFirst("^(?:\\.{1,2}/)+", "")));
        if (isThere) {
            return true;
        }
        var folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        boolean isOurs = name.startsWith(".") || (!folder.isEmpty() && hasFolder(folder)) || hasSource(stem(name));
        return !isOurs;
    }

    private boolean hasFolder(String name) {
        return folders.stream().anyMatch(one -> one.equals(name) || one.endsWith("/" + name));
    }

    private boolean hasSource(String stem) {
        return files.stream().anyMatch(
                file -> stem(file.path()).equals(stem) && file.path().matches(".*\\.(?:c|cc|cpp|cxx)"));
    }

    private boolean go(String name) {
        if (goModule.isEmpty() || !name.startsWith(goModule + "/")) {
            return true;
        }
        return folders.contains(name.substring(goModule.length() + 1));
    }

    private boolean rust(String from, String name) {
        var folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        var stem = stem(from);
        boolean isRoot = Set.of("main", "lib", "mod", "build").contains(stem) || folder.endsWith("tests/")
                || folder.endsWith("bin/") || folder.endsWith("examples/");
        var inside = isRoot ? folder : folder + stem + "/";
        return paths.contains(inside + name + ".rs") || paths.contains(inside + name + "/mod.rs")
                || paths.contains(folder + name + ".rs");
    }

    private static String stem(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
