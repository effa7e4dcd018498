package atelier.create.text;

import java.util.ArrayList;
import java.util.regex.Pattern;

/// Lyrics as a model wrote them, read: a title, sections in brackets, lines.
///
/// @param title    other words where the model gave none
/// @param sections how many
/// @param text     plain, for the file
/// @param markdown for the chat
record LyricsSheet(String title, int sections, String text, String markdown) {
    private static final Pattern TITLE = Pattern
            .compile("(?i)(?:#{1,3}\\s|\\*\\*|title\\s?:|titel\\s?:|t\u00EDtulo\\s?:).{0,150}");
    private static final Pattern SECTION = Pattern.compile(
            "(?i)[#*\\[(\\s]{0,8}((?:verse|chorus|pre-?chorus|bridge|intro|outro|hook|refrain|interlude|strophe|refr\u00E4n|br\u00FCcke|estrofa|estribillo|puente|verso|coro)\\b[ \\w-]{0,30})[\\])*:\\s]{0,8}");

    /// @param untitled what lyrics without a title are called
    static LyricsSheet of(String answer, String untitled) {
        var title = "";
        int sections = 0;
        var lines = new ArrayList<String>();
        for (var line : answer.strip().lines().filter(line -> !line.startsWith("```")).toList()) {
            var section = line.length() < 80 ? SECTION.matcher(line) : null;
            if (section != null && section.matches()) {
                sections++;
                lines.add("[" + section.group(1).strip() + "]");
            } else if (title.isEmpty() && sections == 0 && TITLE.matcher(line).matches()) {
                title = line.replaceAll("(?i)^[#*\\s]*(?:(?:title|titel|t\u00EDtulo)\\s?:)?", "")
                        .replaceAll("[*\"\u201C\u201D]", "").strip();
            } else {
                lines.add(line.replace("**", "").stripTrailing());
            }
        }
        var body = String.join("\n", lines).strip();
        var name = title.isEmpty() ? untitled : title;
        return new LyricsSheet(name, sections, name + "\n\n" + body + "\n",
                "**" + name + "**\n\n" + body.replaceAll("(?m)^\\[([^\\]\\n]{1,80})\\]$", "**[$1]**"));
    }
}
