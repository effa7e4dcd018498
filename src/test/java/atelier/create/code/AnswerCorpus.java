package atelier.create.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers as models write them, with the files that must come out, from `answers/corpus`.
///
/// A case is `§§ id`, the answer, then what is expected: `§= path [payload[:from-to]] [cut]` with content lines `§| …` or
/// `§/ …` (without a line end) or `§+ payload`, `§- path` for a refused file and `§~ words` that stay in the explanation. `§! crlf|cr|bom|cut` changes the
/// whole answer. In an answer `{{name}}` is a payload from `payloads.txt` (alone on its line: each line gets what stands
/// before it), `{{json name}}`, `{{raw name}}` and `{{lines name}}` are its forms inside JSON.
final class AnswerCorpus {
    private static final List<String> PARTS = List.of("info", "above", "above-more", "above-languages", "comment",
            "bare", "tags", "json", "nested", "thinking", "again", "cut", "nofiles", "guess", "hostile", "second");
    private static final Pattern HOLE = Pattern.compile("\\{\\{(?:(json|raw|lines) )?(\\w+)(?::(\\d+)-(\\d+))?}}");

    private final Map<String, String> payloads = sections(read("payloads"));

    record Expected(String path, boolean truncated, String content) {}

    record Case(String id, String answer, List<Expected> files, List<String> rejected, List<String> said) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Case> all() {
        var corpus = new AnswerCorpus();
        var cases = new ArrayList<Case>();
        for (var part : PARTS) {
            sections(read(part)).forEach((id, text) -> cases.add(corpus.parse(id, text)));
        }
        return cases;
    }

    private Case parse(String id, String text) {
        var answer = new ArrayList<String>();
        var files = new ArrayList<Expected>();
        var rejected = new ArrayList<String>();
        var said = new ArrayList<String>();
        var manner = "";
        for (var line : text.lines().toList()) {
            switch (line.startsWith("§") ? line.substring(0, 2) : "") {
                case "§=" -> files.add(file(line.substring(3)));
                case "§|" -> append(files, line.length() > 3 ? line.substring(3) + "\n" : "\n");
                case "§/" -> append(files, line.substring(3));
                case "§+" -> append(files, payload(line.substring(3)));
                case "§-" -> rejected.add(line.substring(3));
                case "§~" -> said.add(line.substring(3));
                case "§!" -> manner += line.substring(3);
                default -> answer.add(filled(line));
            }
        }
        return new Case(id, mannered(manner, String.join("\n", answer) + "\n"), files, rejected, said);
    }

    private Expected file(String words) {
        boolean cut = words.endsWith(" cut");
        var rest = cut ? words.substring(0, words.length() - 4) : words;
        int space = rest.lastIndexOf(' ');
        boolean filled = space > 0 && payloads.containsKey(rest.substring(space + 1).replaceAll(":.*", ""));
        return new Expected(filled ? rest.substring(0, space) : rest, cut,
                filled ? payload(rest.substring(space + 1)) : "");
    }

    private static void append(List<Expected> files, String text) {
        var last = files.removeLast();
        files.add(new Expected(last.path(), last.truncated(), last.content() + text));
    }

    private String filled(String line) {
        var hole = HOLE.matcher(line);
        if (hole.find() && hole.group(1) == null && hole.end() == line.length()) {
            var before = line.substring(0, hole.start());
            return payload(line.substring(hole.start() + 2, line.length() - 2)).lines()
                    .map(it -> it.isEmpty() && before.isBlank() ? "" : (before + it).stripTrailing())
                    .collect(Collectors.joining("\n"));
        }
        return hole.reset().replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                form(found.group(1) == null ? "raw" : found.group(1), payload(found.group(2)))));
    }

    private static String form(String kind, String text) {
        return switch (kind) {
            case "json" -> escaped(text);
            case "lines" ->
                text.lines().map(line -> "\"" + escaped(line) + "\"").collect(Collectors.joining(", ", "[", "]"));
            default -> text.stripTrailing();
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    }

    private String payload(String spec) {
        var parts = spec.split("[:-]", -1);
        var text = payloads.get(parts[0]);
        if (text == null) {
            throw new IllegalArgumentException("no payload " + parts[0]);
        }
        if (parts.length == 1) {
            return text;
        }
        int from = Integer.parseInt(parts[1]);
        return text.lines().skip(from - 1L).limit(Integer.parseInt(parts[2]) - from + 1L)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String mannered(String manner, String answer) {
        return switch (manner) {
            case "crlf" -> answer.replace("\n", "\r\n");
            case "cr" -> answer.replace('\n', '\r');
            case "bom" -> "\uFEFF" + answer;
            case "cut" -> answer.substring(0, answer.length() - 1);
            default -> answer;
        };
    }

    private static Map<String, String> sections(String text) {
        var sections = new LinkedHashMap<String, String>();
        for (var part : Stream.of(text.split("(?m)^§§ ", -1)).filter(it -> !it.isBlank()).toList()) {
            int end = part.indexOf('\n');
            if (sections.put(part.substring(0, end).strip(), part.substring(end + 1)) != null) {
                throw new IllegalArgumentException("twice: " + part.substring(0, end));
            }
        }
        return sections;
    }

    private static String read(String part) {
        try (var in = AnswerCorpus.class.getResourceAsStream("/answers/corpus/" + part + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no " + part);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
