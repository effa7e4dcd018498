package atelier.create.code;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Answers put together at random from all habits, then damaged. Every word of content is unique, so that its loss shows.
final class HostileAnswers {
    private static final List<String> ENDINGS = List.of("py", "js", "ts", "java", "go", "rs", "c", "html", "css", "sql",
            "rb", "kt", "yml", "md", "sh");
    private static final List<String> JUNK = List.of("```", "````", "~~~", "```python", "```md\n", "```js a.js\n",
            "<file path=\"b.py\">", "</file>", "=== c.py ===\n", "FILE: d.py\n", "### e.py\n", "\u0000", "\uD800",
            "\u202E", "\r", "\n\n\n", "{", "[{", "}", "\"", "\\", "`", "**", "<!--", "/*", "@@ -1,2 +1,2 @@\n",
            "--- a/f.py\n+++ b/f.py\n", "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "> ", "- ", "\uFEFF",
            "{\"files\":[", "{\"path\":\"g.py\",\"content\":\"", "cat > h.py <<'EOF'\n", "<content>", "]]>",
            "```diff\n");
    /// Words that are content; everything else is markup.
    static final Pattern WORD = Pattern.compile("w\\d+q");
    private static final int HUGE = 20_000;

    private final Random random;
    private int words;
    private int files;

    HostileAnswers(long seed) {
        random = new Random(seed);
    }

    String next() {
        words = 0;
        files = 0;
        var answer = new StringBuilder();
        if (random.nextInt(12) == 0) {
            answer.append(json());
        } else {
            for (int parts = random.nextInt(8); parts >= 0; parts--) {
                answer.append(part()).append(random.nextInt(3) == 0 ? "\n" : "\n\n");
            }
        }
        for (int wounds = random.nextInt(5); wounds > 0 && !answer.isEmpty(); wounds--) {
            wound(answer);
        }
        var text = answer.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.replace('\n', '\r');
            case 2 -> "\uFEFF" + text;
            default -> text;
        };
    }

    private void wound(StringBuilder answer) {
        int at = random.nextInt(answer.length());
        switch (random.nextInt(8)) {
            case 0 -> answer.setLength(at);
            case 1 -> answer.insert(at, "x".repeat(random.nextInt(HUGE)));
            case 2 -> answer.insert(at, JUNK.get(random.nextInt(JUNK.size())).repeat(random.nextInt(40)));
            case 3 -> answer.deleteCharAt(at);
            default -> answer.insert(at, JUNK.get(random.nextInt(JUNK.size())));
        }
    }

    private String part() {
        var path = path();
        var content = content();
        return switch (random.nextInt(24)) {
            case 0 -> "### " + path + "\n```\n" + content + "```";
            case 1 -> "**" + path + "**\n\n```" + ending(path) + "\n" + content + "```";
            case 2 -> "`" + path + "`:\n```\n" + content + "```";
            case 3 -> "```" + ending(path) + " " + path + "\n" + content + "```";
            case 4 -> "```" + ending(path) + ":" + path + "\n" + content + "```";
            case 5 -> "~~~" + ending(path) + " title=\"" + path + "\"\n" + content + "~~~";
            case 6 -> "````\n" + content + "```\n" + content() + "```\n````";
            case 7 -> "```python\n# " + path + "\n" + content + "```";
            case 8 -> "Datei: `" + path + "`\n\n```\n" + content + "```";
            case 9 -> "<file path=\"" + path + "\">\n" + content + "</file>";
            case 10 -> "<boltAction type=\"file\" filePath=\"" + path + "\">" + content + "</boltAction>";
            case 11 -> "<file>\n<path>" + path + "</path>\n<content><![CDATA[\n" + content + "]]></content>\n</file>";
            case 12 -> "=== " + path + " ===\n" + content;
            case 13 -> "FILE: " + path + "\n" + content;
            case 14 -> "1. **" + path + "**\n\n   ```\n   " + content.replace("\n", "\n   ") + "\n   ```";
            case 15 -> "```bash\n" + content + "```";
            case 16 -> "```\n├── " + word() + "\n└── " + word() + "\n```";
            case 17 -> "```bash\ncat > " + path + " <<'EOF'\n" + content + "EOF\n```";
            case 18 ->
                "```diff\n--- a/" + path + "\n+++ b/" + path + "\n@@ -1 +1 @@\n-" + word() + "\n+" + word() + "\n```";
            case 19 ->
                "### " + path + "\n```markdown\n" + content + "```bash\n" + content() + "```\n" + content() + "```";
            case 20 -> json();
            case 21 -> "```json\n" + json() + "\n```";
            default -> prose();
        };
    }

    private String json() {
        var text = new StringBuilder(random.nextBoolean() ? "{\"files\":[" : "[");
        boolean list = text.charAt(0) == '[';
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("{\"path\":\"").append(path()).append("\",\"content\":\"")
                    .append(content().replace("\n", random.nextInt(5) == 0 ? "\n" : "\\n")).append("\"}")
                    .append(i > 0 ? "," : "");
        }
        return text.append(list ? "]" : "],\"explanation\":\"" + prose() + "\"}").toString();
    }

    private String prose() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(word()).append(i % 5 == 4 ? ".\n" : " ");
        }
        return text.toString();
    }

    private String content() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append("    ".repeat(random.nextInt(3))).append(word()).append(" = ").append(word()).append('\n');
        }
        return text.toString();
    }

    private String word() {
        return "w" + words++ + "q";
    }

    private String path() {
        var folders = List.of("", "", "src/", "../", "/etc/", "a/b/", "C:\\", ".git/", "\u202E", "con.");
        int hostile = random.nextInt(10);
        var folder = hostile == 0 ? folders.get(random.nextInt(folders.size())) : folders.get(random.nextInt(3));
        return folder + "m" + files++ + "." + ENDINGS.get(random.nextInt(ENDINGS.size()));
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
