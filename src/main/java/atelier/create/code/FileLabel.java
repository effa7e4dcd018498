package atelier.create.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// File names in lines of prose and in comments.
final class FileLabel {
    private static final int LONGEST = 200;
    private static final String ORNAMENT = "#*`\"'=>< \t:,;|\u201C\u201D\u2018\u2019\uFF1A\u3002\u300C\u300D\u3010\u3011\u00A0";
    private static final Pattern SUFFIX = Pattern.compile("\\s{0,3}[(\\[\uFF08][^()\\[\\]]{0,80}[)\\]\uFF09]$");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,200})]\\([^()]{0,200}\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]{1,200})`");
    /// Tags and comment marks around a name that stands alone.
    private static final Pattern MARKUP = Pattern.compile("</?(?:summary|details|b|strong|code|h[1-6]|p|em)>|<!--|-->");
    /// Names of libraries that look like files.
    private static final Set<String> LIBRARIES = Set.of("node.js", "next.js", "vue.js", "nuxt.js", "three.js",
            "express.js", "d3.js", "p5.js", "chart.js", "react.js", "alpine.js", "ember.js", "backbone.js", "nest.js",
            "discord.js", "pixi.js", "matter.js", "socket.io", "angular.js", "jquery.js", "asp.net");

    private FileLabel() {}

    /// The path in a line that does nothing but announce a file; null for any other line.
    static @Nullable String announced(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        var rest = MARKUP.matcher(unlinked(line).replace("**", "")).replaceAll("").strip();
        for (int round = 0; round < 8; round++) {
            if (looksLikePath(rest, false)) {
                return rest;
            }
            var before = rest;
            rest = upright(bare(stripSymbol(rest)));
            var prefix = Labels.PREFIX.matcher(rest);
            var glued = Labels.GLUED.matcher(rest);
            if (prefix.lookingAt()) {
                rest = rest.substring(prefix.end());
            } else if (glued.lookingAt()) {
                rest = rest.substring(glued.end());
            }
            var suffix = SUFFIX.matcher(rest);
            if (!looksLikePath(rest, false) && suffix.find() && suffix.start() > 0) {
                rest = rest.substring(0, suffix.start());
            }
            if (rest.equals(before)) {
                return null;
            }
        }
        return null;
    }

    /// The one path that a sentence just above a fence names; null when there is none, or several.
    static @Nullable String mentioned(String line) {
        var stripped = unlinked(line.strip());
        if (stripped.length() > LONGEST) {
            return null;
        }
        boolean introduces = stripped.endsWith(":") || stripped.endsWith("\uFF1A") || stripped.startsWith("#")
                || stripped.startsWith("**") || stripped.startsWith("`") || Labels.ANY_LABEL.matcher(stripped).matches()
                || Labels.INTRODUCTION.matcher(stripped).find();
        if (!introduces) {
            return null;
        }
        var quoted = QUOTED.matcher(stripped).results().map(found -> found.group(1)).toList();
        var named = paths(quoted);
        return only(
                named.isEmpty() ? paths(List.of(stripped.split("[\\s\uFF1A\uFF0C\u3001\uFF08\uFF09]+", -1))) : named);
    }

    private static Set<String> paths(List<String> words) {
        return words.stream().map(word -> bare(trimEnd(bare(word)))).filter(word -> looksLikePath(word, false))
                .collect(Collectors.toSet());
    }

    private static @Nullable String only(Set<String> paths) {
        return paths.size() == 1 ? paths.iterator().next() : null;
    }

    /// Whether an announcement says nothing beside the name, so that nothing is lost with it.
    static boolean saysNothingElse(String line) {
        return !SUFFIX.matcher(bare(line.replace("**", "").strip())).find() || Labels.CONTINUED.matcher(line).find();
    }

    private static String unlinked(String line) {
        return line.indexOf('[') < 0 ? line : LINK.matcher(line).replaceAll("$1");
    }

    /// Without the signs of italics.
    private static String upright(String text) {
        boolean slanted = text.length() > 4 && text.charAt(0) == '_' && text.charAt(1) != '_' && text.endsWith("_");
        return slanted ? text.substring(1, text.length() - 1) : text;
    }

    /// The path in a comment on a file's first line; null when the line is none, or says more than a name.
    static @Nullable String commented(String line) {
        var stripped = line.strip();
        if (stripped.length() > LONGEST) {
            return null;
        }
        var inner = inner(stripped);
        if (inner == null) {
            return null;
        }
        var pure = announced(inner);
        if (pure != null) {
            return pure;
        }
        int dash = Math.max(inner.indexOf(" - "), Math.max(inner.indexOf(" \u2014 "), inner.indexOf(" \u2013 ")));
        dash = dash > 0 ? dash : inner.indexOf(": ");
        return dash > 0 ? announced(inner.substring(0, dash)) : null;
    }

    private static @Nullable String inner(String line) {
        var pairs = new String[][]{{"<!--", "-->"}, {"/*", "*/"}, {"{/*", "*/}"}, {"\"\"\"", "\"\"\""}, {"(*", "*)"},
                {"//", ""}, {"#", ""}, {"--", ""}, {";", ""}, {"%", ""}, {"'", ""}, {"REM ", ""}, {"::", ""}};
        for (var pair : pairs) {
            if (line.startsWith(pair[0]) && line.length() > pair[0].length() + pair[1].length()) {
                var rest = line.substring(pair[0].length());
                boolean closed = !pair[1].isEmpty() && rest.endsWith(pair[1]);
                return (closed ? rest.substring(0, rest.length() - pair[1].length()) : rest).strip();
            }
        }
        return null;
    }

    /// Whether `text` is a file name or path. Unsafe ones count, so that they can be refused.
    ///
    /// @param explicit whether the place says it is a name, so that odd ones are believed
    static boolean looksLikePath(String text, boolean explicit) {
        if (text.isEmpty() || text.length() > LONGEST || text.contains("://") || text.contains("()")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isWhitespace(c) && !(explicit && c == ' ')) || "`\"'<>|*{}=,;?\uFF1A".indexOf(c) >= 0
                    || (c == ':' && i != 1 && !explicit)) {
                return false;
            }
        }
        if (text.endsWith("/")) {
            return false;
        }
        if (text.endsWith(".") && !text.endsWith("..")) {
            return explicit && looksLikePath(text.substring(0, text.length() - 1), true);
        }
        if (isHostile(text)) {
            return true;
        }
        if (LIBRARIES.contains(text.toLowerCase(Locale.ROOT)) && !explicit) {
            return false;
        }
        return Language.ofPath(text) != null && hasStem(text)
                && (text.indexOf('.') >= 0 || isProperName(text, explicit));
    }

    private static boolean isHostile(String text) {
        boolean climbs = text.startsWith("../") || text.startsWith("..\\") || text.contains("/../")
                || text.contains("\\..\\");
        boolean absolute = text.startsWith("/") && text.indexOf('/', 1) > 1;
        boolean drive = text.length() > 3 && Character.isLetter(text.charAt(0)) && text.charAt(1) == ':'
                && (text.charAt(2) == '\\' || text.charAt(2) == '/');
        return climbs || absolute || drive || text.startsWith("\\\\");
    }

    /// `Dockerfile` names a file, `readme` and `license` in a sentence do not.
    private static boolean isProperName(String text, boolean explicit) {
        return Character.isUpperCase(text.charAt(text.lastIndexOf('/') + 1))
                && (explicit || !(text.equalsIgnoreCase("license") || text.equalsIgnoreCase("readme")));
    }

    private static boolean hasStem(String text) {
        int name = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1;
        return text.lastIndexOf('.') != name || Language.ofWord(text.substring(name + 1)) == null
                || text.startsWith(".env", name);
    }

    /// Without the ornaments Markdown and quoting put around a word.
    static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && ORNAMENT.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ORNAMENT.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start > 2 && text.charAt(start) == '(' && text.charAt(end - 1) == ')') {
            return text.substring(start + 1, end - 1).strip();
        }
        return text.substring(start, end);
    }

    private static String trimEnd(String word) {
        return word.endsWith(".") || word.endsWith(")") ? word.substring(0, word.length() - 1) : word;
    }

    /// Without a leading picture such as a folder or a page.
    private static String stripSymbol(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int type = Character.getType(c);
            if (type != Character.OTHER_SYMBOL && c != 0xFE0F && c != 0x20E3 && !Character.isWhitespace(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(at);
    }
}
