package atelier.create.text;

import atelier.create.Workbench.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request parted into words and the code pasted with them, which gets a name by its language.
///
/// @param words what was said about it
record Pasted(String words, List<Material> code) {
    private static final Pattern CODE_LINE = Pattern.compile(
            ".*[;{}]\\s*|\\s*(?:def|class|import|from|func|fn|package|public|#include|<\\?php|<!DOCTYPE|<html|SELECT|const|let|var|if|for|while|return|#!)\\b?.*|\\w[\\w.\\[\\]]{0,60}\\s?[-+*/]?=\\s?\\S.*|.*\\)\\s?:\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("python", "py"), Map.entry("py", "py"),
            Map.entry("javascript", "js"), Map.entry("js", "js"), Map.entry("jsx", "jsx"), Map.entry("tsx", "tsx"),
            Map.entry("typescript", "ts"), Map.entry("ts", "ts"), Map.entry("java", "java"), Map.entry("go", "go"),
            Map.entry("rust", "rs"), Map.entry("rs", "rs"), Map.entry("csharp", "cs"), Map.entry("c#", "cs"),
            Map.entry("cs", "cs"), Map.entry("c", "c"), Map.entry("c++", "cpp"), Map.entry("cpp", "cpp"),
            Map.entry("php", "php"), Map.entry("ruby", "rb"), Map.entry("rb", "rb"), Map.entry("kotlin", "kt"),
            Map.entry("swift", "swift"), Map.entry("html", "html"), Map.entry("css", "css"), Map.entry("sql", "sql"),
            Map.entry("bash", "sh"), Map.entry("sh", "sh"), Map.entry("shell", "sh"), Map.entry("json", "json"),
            Map.entry("yaml", "yml"), Map.entry("xml", "xml"));
    /// First match wins.
    private static final List<Map.Entry<String, Pattern>> SIGNS = List.of(
            Map.entry("php", Pattern.compile("<\\?php")),
            Map.entry("html", Pattern.compile("(?i)<!doctype html|<html|<div|<body")),
            Map.entry("sh", Pattern.compile("^#!.{0,40}sh\\b")),
            Map.entry("go", Pattern.compile("(?m)^package \\w+\\s*$")),
            Map.entry("rs", Pattern.compile("\\bfn \\w+|\\blet mut\\b|\\bimpl\\b")),
            Map.entry("cs", Pattern.compile("(?m)^using [\\w.]+;|\\bnamespace [\\w.]+|Console\\.Write")),
            Map.entry("java", Pattern.compile(
                    "\\b(?:public|private|protected) (?:static |final )*[\\w<>\\[\\]]+ \\w+|System\\.out|\\bimport java")),
            Map.entry("cpp", Pattern.compile("std::|#include <(?:iostream|vector|string|map)>|\\busing namespace\\b")),
            Map.entry("c", Pattern.compile("#include|\\bint main\\(|\\bprintf\\(|\\bmalloc\\(")),
            Map.entry("ts", Pattern.compile("\\binterface \\w+ \\{|: (?:string|number|boolean|void)\\b")),
            Map.entry("py", Pattern.compile(
                    "(?m)^\\s{0,40}(?:def|class) \\w+.*:\\s*$|^\\s{0,40}(?:from \\w|import \\w)|\\bprint\\(|\\belif\\b")),
            Map.entry("js", Pattern.compile("\\bfunction\\b|=>|\\b(?:const|let|var) \\w+|console\\.log|require\\(")),
            Map.entry("rb", Pattern.compile("(?m)^\\s{0,40}(?:end|puts .*|def \\w+)\\s*$")),
            Map.entry("sql", Pattern.compile("(?i)\\b(?:select|insert|update|delete|create table)\\b")));

    Pasted {
        code = List.copyOf(code);
    }

    /// @param language as the person named it, or null
    static Pasted of(String request, @Nullable String language) {
        var code = new ArrayList<Material>();
        var words = new StringBuilder();
        int at = 0;
        for (var block : Fenced.in(request)) {
            words.append(request, at, block.start());
            at = block.end();
            code.add(new Material(name(block.content(), block.info(), language, code.size()), block.content()));
        }
        words.append(request.substring(at));
        return code.isEmpty() ? loose(request, language) : new Pasted(words.toString().strip(), code);
    }

    /// Code without a fence: from the first line that looks like it.
    private static Pasted loose(String request, @Nullable String language) {
        var lines = request.split("\n", -1);
        int first = 0;
        while (first < lines.length && !isCode(lines[first])) {
            first++;
        }
        int count = 0;
        for (int i = first; i < lines.length; i++) {
            count += isCode(lines[i]) ? 1 : 0;
        }
        if (count < 2 || count * 3 < lines.length - first) {
            return new Pasted(request, List.of());
        }
        var code = String.join("\n", List.of(lines).subList(first, lines.length));
        return new Pasted(String.join("\n", List.of(lines).subList(0, first)).strip(),
                List.of(new Material(name(code, "", language, 0), code.endsWith("\n") ? code : code + "\n")));
    }

    private static boolean isCode(String line) {
        return line.length() < 2_000 && CODE_LINE.matcher(line).matches();
    }

    private static String name(String code, String info, @Nullable String language, int before) {
        var parts = info.split("[\\s:]+", 4);
        for (var part : parts) {
            if (part.matches("[\\w./-]{1,80}\\.\\w{1,8}") && !part.contains("..")) {
                return part;
            }
        }
        var ending = ENDINGS.get(parts[0].toLowerCase(Locale.ROOT));
        if (ending == null && language != null) {
            ending = ENDINGS.get(language.toLowerCase(Locale.ROOT));
        }
        var start = code.substring(0, Math.min(code.length(), 20_000));
        if (ending == null) {
            ending = SIGNS.stream().filter(sign -> sign.getValue().matcher(start).find()).map(Map.Entry::getKey)
                    .findFirst().orElse("txt");
        }
        return "pasted" + (before == 0 ? "" : "-" + (before + 1)) + "." + ending;
    }
}
