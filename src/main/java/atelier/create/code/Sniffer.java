package atelier.create.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The language of a block nobody named, by its first lines.
final class Sniffer {
    /// Whose first lines cannot be mistaken for a sentence.
    private static final Set<String> BARE = Set.of("html", "php", "python", "java", "csharp", "c++", "c", "go", "rust",
            "javascript");
    private static final int LINES = 40;
    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        sign("html", "(?i)\\s{0,8}<(?:!doctype html|html)\\b.*");
        sign("php", "<\\?php.*");
        sign("python", "#!.{0,40}python.*");
        sign("shell", "#!.{0,40}\\b(?:ba|z)?sh\\b.*");
        sign("java",
                "(?:public )?(?:final |abstract )?(?:class|record|interface|enum) \\w{1,80}.{0,200}\\{\\s{0,4}|import java.{1,100};|package [a-z][\\w.]{0,100};");
        sign("csharp", "using System.{0,100};");
        sign("c++", "#include <(?:iostream|vector|string|algorithm|map|memory)>.*");
        sign("c", "#include [<\"].*");
        sign("go", "package main\\s{0,4}");
        sign("rust", "(?:pub )?fn \\w{1,80}\\(.*|use std::.*");
        sign("python",
                "(?:import \\w[\\w.]{0,80}(?: as \\w{1,40})?|from \\w[\\w.]{0,80} import .{1,200}|(?:async )?def \\w{1,80}\\(.{0,300}|class \\w{1,80}(?:\\(.{0,100}\\))?:)\\s{0,4}");
        sign("javascript",
                "(?:const|let|var) \\w{1,80} = .*|(?:async )?function \\w{1,80}\\(.*|import .{1,200} from ['\"].{1,200}|export .*");
        sign("css", "(?:[.#]?[\\w-]{1,60}|\\*|:root)\\s{0,4}\\{\\s{0,4}");
        sign("sql", "(?i)(?:create table|insert into|select .{1,200} from) .*");
    }

    private Sniffer() {}

    static @Nullable String language(List<String> lines) {
        if (lines.size() < 2) {
            return null;
        }
        for (var sign : SIGNS.entrySet()) {
            for (var line : lines.subList(0, Math.min(LINES, lines.size()))) {
                if (line.length() < 500 && sign.getValue().matcher(line).matches()) {
                    return sign.getKey();
                }
            }
        }
        return null;
    }

    /// The language of an answer that is nothing but code from its first line on; null for prose.
    static @Nullable String ofBareCode(List<String> lines) {
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        var language = lines.size() < 3 ? null : language(List.of(first, ""));
        return language != null && BARE.contains(language) ? language : null;
    }

    static boolean isDiff(List<String> lines) {
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.startsWith("diff --git ") || first.startsWith("@@ -")
                || (first.startsWith("--- ") && lines.stream().limit(4).anyMatch(line -> line.startsWith("+++ ")));
    }

    private static void sign(String language, String pattern) {
        SIGNS.merge(language, Pattern.compile(pattern), (a, b) -> Pattern.compile(a.pattern() + "|" + b.pattern()));
    }
}
