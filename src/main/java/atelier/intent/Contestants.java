package atelier.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the words of a comparison apart: which models, and what to ask them.
///
/// Names stand in a list (`models: llama3.2, gemma3`, at the beginning or the end, ended by a semicolon or the line), or where people put
/// them: “compare llama3 and mistral on sorting”, “a haiku with gemma and qwen”.
final class Contestants {
    /// Whoever writes more than this has said something. Every message of any length comes by here, so no pattern below may look at
    /// the same letters again and again, nor nest as deep as a message is long.
    private static final int LONGEST_NOTHING = 300;
    private static final int LONGEST_ROW = 500;
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LIST_FIRST = Pattern.compile("^models?\\s*[:=]\\s*([^;\\n]{1,500})(?:[;\\n]\\s*|$)",
            I);
    private static final Pattern LIST_LAST = Pattern.compile(
            "(?:^|[\\s,;])models?\\s*[:=]\\s*([^;\\n]{1,500}?)[;.]?\\s*$",
            I);
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,&+]\\s*(?:and\\s+)?|\\s+(?:and|vs\\.?|versus)\\s+",
            I);
    private static final Pattern VERB = Pattern.compile(
            "^(?:please\\s+)?(?:compare|pit|let|have|ask|run|head to head:?|vergleiche?n?|comparar?|comparer|compara|сравни\\w*|比较)\\s+",
            I | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMPARE = Pattern.compile(
            "^(?:please\\s+)?(?:compare|vergleiche?n?|comparar?|comparer|compara|сравни\\w*|比较)\\s+",
            I | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._:/-]*[\\p{L}\\p{N}])?");
    private static final Pattern JOINT = Pattern.compile(
            "\\s*[,&+]\\s*(?:and\\s+)?|\\s+(?:and|or|vs\\.?|versus|against|with|und|gegen|mit|y|e|et|avec|и|с|和)\\s+",
            I);
    private static final Pattern TO_REQUEST = Pattern.compile(
            "^[\\s:,;–-]*(?:(?:both|each|to|on|at|for|with|side by side|head to head)\\b[\\s:,;–-]*)*+", I);
    private static final Pattern FROM_REQUEST = Pattern
            .compile("(?<![\\s,:])[\\s,:]+(?:with|using|on|by|between|of|from|mit|con|avec)\\s*$", I);
    private static final Pattern BEHIND = Pattern
            .compile("^[\\s,]*+(?:and compare(?: them)?|side by side|please)?[\\s.!?]*$", I);
    private static final Pattern INSTRUCTION = Pattern.compile(
            "^[^:\\n]{0,300}\\b(?:(?:two|three|four|five|six|all|my|several|both|different) models?|compare|side by side)\\b[^:\\n]{0,300}:\\s*",
            I);
    private static final Pattern WRITERS = Pattern.compile(
            "^(?:(?:let|have|ask|run(?: this| it)?(?: on)?) )?(?:all |my |the |several |different |two |three |four |five |six |both )++"
                    + "(?:of )?(?:my |the )?models?\\s+(?:to\\s+|on\\s+)?",
            I);
    private static final Pattern NOTHING = Pattern.compile(
            "(?:(?:all|my|the|two|three|both|several|of|models?|modelle?n?|modelos?|modèles?|модел\\w+|模型|两个|answers?|side by side|die|meine"
                    + "|los|les|dos|deux|zwei|which|is|best|please|bitte|por favor|between|different|other|them|it|this|prompt|and|compare"
                    + "|question|same)[\\s.,!?]*)*",
            I | Pattern.UNICODE_CHARACTER_CLASS);

    private Contestants() {}

    static Intent.CompareModels in(String words) {
        var text = words.strip();
        for (var list : List.of(LIST_FIRST.matcher(text), LIST_LAST.matcher(text))) {
            if (list.find()) {
                var rest = text.substring(0, list.start()) + text.substring(list.end());
                return new Intent.CompareModels(request(rest), names(list.group(1)));
            }
        }
        var row = VERB.matcher(text).replaceFirst("");
        return named(row).orElseGet(() -> new Intent.CompareModels(request(text), List.of()));
    }

    /// The names of a list.
    static List<String> names(String list) {
        return Arrays.stream(BETWEEN.split(list)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /// Two names or more in a row, at the beginning or at the end.
    private static Optional<Intent.CompareModels> named(String text) {
        var name = NAME.matcher(text);
        for (var from = 0; from < text.length() && name.find(from); from = Math.max(name.end(), end(text))) {
            var start = name.start();
            var row = row(text, name);
            var end = name.end();
            if (row.size() < 2) {
                continue;
            }
            if (start == 0) {
                return Optional.of(new Intent.CompareModels(
                        request(TO_REQUEST.matcher(text.substring(end)).replaceFirst("")), row));
            }
            var before = FROM_REQUEST.matcher(text.substring(0, start));
            if (before.find() && BEHIND.matcher(text.substring(end)).matches()) {
                return Optional.of(new Intent.CompareModels(request(text.substring(0, before.start())), row));
            }
        }
        return Optional.empty();
    }

    /// Where a row that ends the text may begin: each word before would be looked up among thousands for nothing.
    private static int end(String text) {
        int near = text.length() - LONGEST_ROW;
        int word = near <= 0 ? 0 : text.indexOf(' ', near);
        return word < 0 ? text.length() : word;
    }

    /// Names from where `name` stands; it stands at the last of them afterwards.
    private static List<String> row(String text, Matcher name) {
        var row = new ArrayList<String>();
        if (isName(name.group())) {
            row.add(name.group());
            var joint = JOINT.matcher(text);
            var end = name.end();
            while (joint.region(end, text.length()).lookingAt()) {
                if (!name.find(joint.end()) || name.start() != joint.end() || !isName(name.group())) {
                    name.find(end - row.getLast().length());
                    break;
                }
                row.add(name.group());
                end = name.end();
            }
        }
        return row;
    }

    static boolean isName(String word) {
        return new Findings(Words.clean(word)).has("modelname");
    }

    private static String request(String text) {
        var plain = INSTRUCTION.matcher(COMPARE.matcher(text.strip()).replaceFirst("")).replaceFirst("");
        var rest = WRITERS.matcher(plain).replaceFirst("").strip().replaceFirst("[,;]$", "");
        return rest.length() <= LONGEST_NOTHING && NOTHING.matcher(rest).matches() ? "" : rest;
    }
}
