package atelier.adapter.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Markdown as Discord shows it. Nearly all of it passes; tables, which Discord does not know, become aligned code, deep
/// headings become bold, and links hide no address but a web address.
final class DiscordMarkdown {
    private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(```+|~~~+).*");
    private static final Pattern DEEP_HEADING = Pattern.compile("^#{4,6}\\s+(.*?)\\s*#*$");
    private static final Pattern TABLE_RULE = Pattern
            .compile("^\\s*\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)*\\|?\\s*$");
    private static final Pattern MASKED_LINK = Pattern.compile("\\[([^\\]\\n]+)]\\((?!https?://)[^)\\s]*\\)");

    private DiscordMarkdown() {}

    static String of(String markdown) {
        var lines = markdown.split("\n", -1);
        var shown = new ArrayList<String>();
        var fence = "";
        for (var at = 0; at < lines.length; at++) {
            var line = lines[at];
            var matcher = FENCE.matcher(line);
            if (matcher.matches()) {
                fence = fence.isEmpty() ? matcher.group(1) : line.strip().startsWith(fence) ? "" : fence;
                shown.add(line);
            } else if (!fence.isEmpty()) {
                shown.add(line);
            } else if (startsTable(lines, at)) {
                var end = tableEnd(lines, at);
                shown.add(table(List.of(lines).subList(at, end)));
                at = end - 1;
            } else {
                shown.add(MASKED_LINK.matcher(heading(line)).replaceAll("$1"));
            }
        }
        return String.join("\n", shown);
    }

    private static String heading(String line) {
        var matcher = DEEP_HEADING.matcher(line);
        return matcher.matches() ? "**" + matcher.group(1) + "**" : line;
    }

    private static boolean startsTable(String[] lines, int at) {
        return lines[at].contains("|") && at + 1 < lines.length && lines[at + 1].contains("-")
                && lines[at + 1].contains("|") && TABLE_RULE.matcher(lines[at + 1]).matches();
    }

    private static int tableEnd(String[] lines, int from) {
        var end = from + 2;
        while (end < lines.length && lines[end].contains("|") && !lines[end].isBlank()) {
            end++;
        }
        return end;
    }

    private static String table(List<String> lines) {
        var rows = new ArrayList<List<String>>();
        for (var at = 0; at < lines.size(); at++) {
            if (at != 1) {
                rows.add(cells(lines.get(at)));
            }
        }
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        rows.forEach(row -> {
            for (var column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        });
        var text = new StringBuilder("```\n");
        for (var at = 0; at < rows.size(); at++) {
            text.append(row(rows.get(at), widths)).append('\n');
            if (at == 0) {
                text.append(rule(widths)).append('\n');
            }
        }
        return text.append("```").toString();
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        inner = inner.endsWith("|") && !inner.endsWith("\\|") ? inner.substring(0, inner.length() - 1) : inner;
        var cells = new ArrayList<String>();
        for (var cell : inner.split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|").replace("`", "").replace("**", ""));
        }
        return cells;
    }

    private static String row(List<String> cells, int[] widths) {
        var text = new StringBuilder();
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            text.append(column == 0 ? "" : " │ ").append(cell).append(" ".repeat(widths[column] - length(cell)));
        }
        return text.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        var text = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            text.append(column == 0 ? "" : "─┼─").append("─".repeat(widths[column]));
        }
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
