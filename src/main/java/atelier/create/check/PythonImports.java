package atelier.create.check;

import atelier.create.ExtractedFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Imports between the Python modules of a project. An absolute import counts only where its first part is one of the
/// project's own packages; all else may be installed.
final class PythonImports {
    private static final Pattern RELATIVE = Pattern
            .compile("(?m)^[ \\t]{0,16}from (\\.{1,3})(\\w[\\w.]{0,100})? import \\(?([\\w, ]{1,200})");
    private static final Pattern FROM = Pattern
            .compile("(?m)^[ \\t]{0,16}from ([a-zA-Z_][\\w.]{0,150}) import \\(?([\\w, ]{1,200})");
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]{0,16}import ([a-zA-Z_][\\w., ]{0,200})");

    private final Map<String, String> modules = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    PythonImports(List<ExtractedFile> files) {
        for (var file : files) {
            if (file.language().equals("python")) {
                modules.put(file.path(), file.content());
                for (int slash = file.path().indexOf('/'); slash > 0; slash = file.path().indexOf('/', slash + 1)) {
                    folders.add(file.path().substring(0, slash));
                }
            }
        }
    }

    Set<String> missing(ExtractedFile file) {
        var missing = new TreeSet<String>();
        var relative = RELATIVE.matcher(file.content());
        while (relative.find()) {
            var dots = relative.group(1);
            var module = relative.group(2) == null ? "" : relative.group(2);
            var target = References.resolved(file.path(),
                    "../".repeat(dots.length() - 1) + module.replace('.', '/'));
            look(target, dots + module, relative.group(3), missing);
        }
        var from = FROM.matcher(file.content());
        while (from.find()) {
            absolute(file.path(), from.group(1), from.group(2), missing);
        }
        var plain = IMPORT.matcher(file.content());
        while (plain.find()) {
            for (var one : plain.group(1).split(",", -1)) {
                absolute(file.path(), one.strip().split(" ", 2)[0], "", missing);
            }
        }
        return missing;
    }

    private void absolute(String from, String name, String names, Set<String> missing) {
        var path = name.replace('.', '/');
        var top = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        var own = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        for (var root : List.of("", "src/", own)) {
            if (folders.contains(root + top) && !modules.containsKey(root + top + ".py")) {
                look(root + path, name, names, missing);
                return;
            }
        }
    }

    private void look(String target, String shown, String names, Set<String> missing) {
        if (modules.containsKey(target + ".py") || target.isEmpty()) {
            return;
        }
        if (!folders.contains(target)) {
            missing.add(shown);
            return;
        }
        // Names of a package may be made in its own module; without one they must be modules.
        if (modules.getOrDefault(target + "/__init__.py", "").isBlank()) {
            Arrays.stream(names.split(",", -1)).map(name -> name.strip().split(" ", 2)[0])
                    .filter(name -> name.matches("[a-z_]\\w*") && !modules.containsKey(target + "/" + name + ".py")
                            && !folders.contains(target + "/" + name))
                    .forEach(name -> missing.add(shown.endsWith(".") ? shown + name : shown + "." + name));
        }
    }
}
