package atelier.chat;

import java.util.List;
import java.util.Random;

/// Documents such as models write, and worse.
final class MarkdownDocuments {
    private static final List<String> WORDS = List.of("word", "a", "The", "models", "**bold**", "*slanted*", "`code`",
            "[link](https://example.org/a?b=c&d=e)", "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "e\u0301", "مرحبا", "שלום",
            "\u202Eright\u202C",
            "漢字かな混じり文。", "नमस्ते", "Ж", "𝒳𝓎𝓏", "ﷺ", "\u200B", "a\u0300\u0301\u0302", "<b>&amp;</b>", "~~gone~~",
            "$x^2$", "||hidden||",
            "```inline``` x", "_x_", "\\*not\\*", "@everyone", "#1", "🧑🏽‍🚀");
    private static final List<String> INFOS = List.of("", "java", "python title=\"x.py\"", "js {1,3-5}",
            "verylonginfo".repeat(30), "kotlin " + "and more ".repeat(60), "c++", "😀 emoji", "text\tfile");
    private static final List<String> MARKS = List.of("```", "````", "~~~", "`````", "~~~~~~");

    private MarkdownDocuments() {}

    static String any(Random random) {
        var text = new StringBuilder();
        for (var part = random.nextInt(9); part >= 0; part--) {
            switch (random.nextInt(12)) {
                case 0, 1 -> fence(text, random, "", true);
                case 2 -> fence(text, random, " ".repeat(random.nextInt(4)), true);
                case 3 -> table(text, random);
                case 4 -> list(text, random);
                case 5 -> giant(text, random);
                case 6 -> text.append(random.nextBoolean() ? "\n\n\n\n" : " \t \n").append("# ").append(word(random))
                        .append('\n');
                case 7 -> quote(text, random);
                case 8 -> strange(text, random);
                default -> prose(text, random, random.nextInt(120));
            }
        }
        if (random.nextInt(5) == 0) {
            text.append("\n\nThe rest:\n");
            fence(text, random, "", false); // as when an answer breaks off
        }
        return text.toString();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static void prose(StringBuilder text, Random random, int words) {
        for (var word = 0; word < words; word++) {
            text.append(word(random)).append(switch (random.nextInt(14)) {
                case 0 -> ". ";
                case 1 -> "\n";
                case 2 -> "\n\n";
                case 3 -> "\r\n";
                case 4 -> "! ";
                case 5 -> "";
                default -> " ";
            });
        }
    }

    private static void fence(StringBuilder text, Random random, String indent, boolean isClosed) {
        var mark = MARKS.get(random.nextInt(MARKS.size()));
        var isOneLine = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
        text.append(isOneLine ? "\n" : "").append(indent).append(mark)
                .append(INFOS.get(random.nextInt(INFOS.size())).replace(mark.charAt(0), 'x')).append('\n');
        for (var line = random.nextInt(40); line > 0; line--) {
            text.append(indent).append("    ".repeat(random.nextInt(5))).append(switch (random.nextInt(8)) {
                case 0 -> "";
                case 1 -> word(random).repeat(random.nextInt(60));
                case 2 -> mark.charAt(0) == '`' ? "~~~" : "``` inside";
                default -> "call(argument" + line + "); // " + word(random);
            }).append('\n');
        }
        if (isClosed) {
            text.append(indent).append(mark).append('\n');
        }
    }

    private static void table(StringBuilder text, Random random) {
        var columns = 1 + random.nextInt(6);
        text.append("\n\n").append("| name ".repeat(columns)).append("|\n").append("|---".repeat(columns))
                .append("|\n");
        for (var row = random.nextInt(30); row > 0; row--) {
            for (var column = 0; column < columns; column++) {
                text.append("| ").append(word(random)).append(' ');
            }
            text.append("|\n");
        }
    }

    private static void list(StringBuilder text, Random random) {
        for (var item = 1 + random.nextInt(12); item > 0; item--) {
            text.append("  ".repeat(random.nextInt(4))).append(random.nextBoolean() ? "- " : item + ". ");
            prose(text, random, random.nextInt(9));
            text.append('\n');
            if (random.nextInt(6) == 0) {
                fence(text, random, "   ", true); // one left open ends with its list, which only a parser of lists can tell
            }
        }
    }

    private static void giant(StringBuilder text, Random random) {
        text.append(word(random).replaceAll("\\s", "").repeat(1 + random.nextInt(900))).append(random.nextInt(3) == 0
                ? ""
                : "\n");
    }

    private static void quote(StringBuilder text, Random random) {
        for (var line = random.nextInt(6); line > 0; line--) {
            text.append("> ").append(word(random)).append('\n');
        }
    }

    /// Halves of characters, controls, white space of all kinds.
    private static void strange(StringBuilder text, Random random) {
        for (var number = random.nextInt(30); number > 0; number--) {
            text.append((char) switch (random.nextInt(6)) {
                case 0 -> Character.MIN_HIGH_SURROGATE + random.nextInt(1024);
                case 1 -> Character.MIN_LOW_SURROGATE + random.nextInt(1024);
                case 2 -> 1 + random.nextInt(31);
                case 3 -> 0x2000 + random.nextInt(0x70);
                case 4 -> '`';
                default -> random.nextInt(0xFFFF);
            });
        }
    }
}
