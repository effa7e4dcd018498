package atelier.create.song;

import java.util.regex.Pattern;

/// What a song is about, taken from the words that ask for it.
final class Topic {
    private static final Pattern ABOUT = Pattern.compile(
            "(?i)\\b(?:about|for|called|on the subject of|über|sobre|sur|про|о)\\s+([^\\n.,;:!?()\"]{2,80})");
    private static final Pattern END = Pattern.compile(
            "(?i)\\s+(?:in|at|with|as|that|which|using|like|,|and make|for)\\s+(?:the key\\b|a key\\b|[a-h](?:#|b|♯|♭| sharp| flat)?\\b(?:\\s+(?:major|minor|dorian|lydian|mixolydian|phrygian|locrian|blues|harmonic|melodic|pentatonic))?|\\d|a\\b|an\\b|my\\b|style|english|german|french|spanish|slow|fast|drums|piano|guitar).*$");
    private static final int LONGEST = 32;

    private Topic() {}

    /// Such as `the sea`; empty when the words name none.
    static String of(String request) {
        String head = request.lines().findFirst().orElse("");
        var match = ABOUT.matcher(head.substring(0, Math.min(head.length(), 2000)));
        if (!match.find()) {
            return "";
        }
        String topic = END.matcher(match.group(1)).replaceAll("").replaceAll("[^\\p{L}\\p{N}' -]", " ")
                .replaceAll("\\s+", " ").strip();
        while (topic.length() > LONGEST && topic.contains(" ")) {
            topic = topic.substring(0, topic.lastIndexOf(' ')).strip();
        }
        return topic.length() > LONGEST ? topic.substring(0, LONGEST) : topic;
    }

    /// As a title: `The Sea`.
    static String title(String topic) {
        var title = new StringBuilder();
        for (String word : topic.split(" ", -1)) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ").appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                        .append(word, word.offsetByCodePoints(0, 1), word.length());
            }
        }
        return title.toString();
    }
}
