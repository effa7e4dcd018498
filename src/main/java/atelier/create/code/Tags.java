package atelier.create.code;

import atelier.create.code.Piece.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files between tags: `<file path="…">`, `<boltAction filePath="…">`, `<antArtifact …>`, `<write_to_file>` with a name
/// tag inside, `<file_name>` followed by `<file_content>`.
final class Tags {
    private static final int SHORT = 400;
    private static final Pattern TAG = Pattern.compile("<(file|boltaction|codefile|code_file|source_file|write_to_file"
            + "|create_file|write_file|new_file|document|artifact|antartifact|lov-write|code)\\b([^<>]{0,300})>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = attribute(
            "path|name|filename|file|filepath|file_path|file_name|src|title");
    private static final Pattern LANGUAGE = attribute("language|lang");
    private static final Pattern PATH_TAG = Pattern.compile(
            "<(?:path|name|filename|file_path|file_name|filepath|source)>([^<>]{1,250})</[a-z_]{1,12}>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT_TAG = Pattern.compile(
            "\\s{0,40}<(file_content|content|contents|code|document_content|file_text)>.*", Pattern.CASE_INSENSITIVE);
    /// Tags that are common in prose and pages; only with the name of a file do they hold one.
    private static final List<String> COMMON = List.of("code", "document", "artifact", "antartifact");

    private Tags() {}

    /// @param tail what stands behind the closing tag in its line
    /// @param next the line after it
    record Found(Block block, String tail, int next) {}

    /// Whether the line may open a file.
    static boolean opens(String line) {
        return line.length() <= SHORT && TAG.matcher(line.stripLeading()).lookingAt();
    }

    /// Null when no file begins in the line.
    static @Nullable Found at(List<String> lines, int at) {
        var line = lines.get(at).stripLeading();
        if (line.length() > SHORT || !line.startsWith("<")) {
            return null;
        }
        var tag = TAG.matcher(line);
        if (!tag.lookingAt()) {
            return siblings(lines, at, line);
        }
        var name = tag.group(1).toLowerCase(Locale.ROOT);
        var path = path(name, tag.group(2));
        var language = COMMON.contains(name) ? value(LANGUAGE, tag.group(2)) : null;
        if (tag.group(2).endsWith("/") || (path == null && language == null && !namedBelow(lines, at))) {
            return null;
        }
        var body = body(lines, at, line.substring(tag.end()), name, path != null);
        var unwrapped = Wrapping.unwrapped(path, body.content(), PATH_TAG);
        if (unwrapped.path() == null && language == null) {
            return null;
        }
        return new Found(new Block(language == null ? "" : language, unwrapped.path(), unwrapped.lines(), body.closed(),
                lines.subList(at, body.next())), body.tail(), body.next());
    }

    private record Body(List<String> content, boolean closed, String tail, int next) {}

    private static Body body(List<String> lines, int at, String first, String name, boolean named) {
        var closing = "</" + name + ">";
        var content = new ArrayList<String>();
        var rest = first;
        for (int i = at;; rest = lines.get(i)) {
            if (i > at && named && nextTag(rest, name)) {
                return new Body(content, true, "", i);
            }
            int end = rest.indexOf('<') < 0 ? -1 : rest.toLowerCase(Locale.ROOT).lastIndexOf(closing);
            var part = end >= 0 ? rest.substring(0, end) : rest;
            if ((i > at && end < 0) || !part.isBlank()) {
                content.add(part);
            }
            i++;
            if (end >= 0 || i >= lines.size()) {
                return new Body(content, end >= 0, end < 0 ? "" : rest.substring(end + closing.length()), i);
            }
        }
    }

    /// A name in a tag of its own, the content in the next.
    private static @Nullable Found siblings(List<String> lines, int at, String line) {
        var named = PATH_TAG.matcher(line);
        if (!named.lookingAt() || at + 1 >= lines.size() || !FileLabel.looksLikePath(named.group(1).strip(), true)) {
            return null;
        }
        var opening = lines.get(at + 1);
        var content = CONTENT_TAG.matcher(opening.length() > SHORT ? "" : opening);
        if (!content.matches()) {
            return null;
        }
        var body = body(lines, at + 1, opening.substring(content.end(1) + 1),
                content.group(1).toLowerCase(Locale.ROOT), false);
        var unwrapped = Wrapping.unwrapped(named.group(1).strip(), body.content(), PATH_TAG);
        return new Found(new Block("", unwrapped.path(), unwrapped.lines(), body.closed(),
                lines.subList(at, body.next())), body.tail(), body.next());
    }

    private static @Nullable String path(String tag, String attributes) {
        var path = value(ATTRIBUTE, attributes);
        boolean sure = !COMMON.contains(tag);
        return path != null && (sure || FileLabel.looksLikePath(path, true)) ? path : null;
    }

    private static boolean namedBelow(List<String> lines, int at) {
        for (int i = at; i < Math.min(lines.size(), at + 4); i++) {
            if (lines.get(i).length() <= SHORT && PATH_TAG.matcher(lines.get(i)).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean nextTag(String line, String name) {
        if (line.length() > SHORT || !line.stripLeading().startsWith("<")) {
            return false;
        }
        var tag = TAG.matcher(line.stripLeading());
        return tag.lookingAt() && tag.group(1).equalsIgnoreCase(name) && !tag.group(2).endsWith("/")
                && path(name, tag.group(2)) != null;
    }

    private static @Nullable String value(Pattern pattern, String attributes) {
        var found = pattern.matcher(attributes);
        if (!found.find()) {
            return null;
        }
        var value = found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
        return value == null ? null : value.strip();
    }

    private static Pattern attribute(String names) {
        return Pattern.compile(
                "\\b(?:" + names + ")\\s{0,3}=\\s{0,3}(?:\"([^\"]{1,250})\"|'([^']{1,250})'|([^\\s\"'>]{1,250}))",
                Pattern.CASE_INSENSITIVE);
    }
}
