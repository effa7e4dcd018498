package atelier.create.song;

import java.util.Map;
import java.util.regex.Pattern;

/// What a song is about, taken from the words that ask for it.
final class Topic {
    private static final Pattern ABOUT = Pattern.compile(
            "(?i)\\b(?:about|for|called|on the subject of|über|sobre|sur|про|о)\\s+([^\\n.,;:!?()\"]{2,80})");
    private static final Pattern END = Pattern.compile(
            "(?iu)\\s+(?:in|at|with|as|that|which|using|like|,|and make|for|auf|als|mit|con|como|comme|avec|com|на|в)\\s+(?:the key\\b|a key\\b|[a-h](?:#|b|♯|♭| sharp| flat)?\\b(?:\\s+(?:major|minor|dorian|lydian|mixolydian|phrygian|locrian|blues|harmonic|melodic|pentatonic))?|\\d|a\\b|an\\b|my\\b|style|english|german|french|spanish|deutsch|englisch|español|français|português|русском|walzer|einem|un|une|uma?|una|slow|fast|drums|piano|guitar).*$");
    private static final Map<String, Pattern> IN = Map.of("de", about("über"), "es", about("sobre"), "fr", about("sur"),
            "pt", about("sobre"), "ru", about("о|об"), "zh", Pattern.compile("(?:关于|有关)([^的，。,.!?]{1,12})的?"));
    private static final int LONGEST = 32;

    private Topic() {}

    private static Pattern about(String word) {
        return Pattern.compile("(?iu)(?<!\\p{L})(?:" + word + ")\\s+([^\\n.,;:!?()\"]{2,80})");
    }

    /// As a phrase of that language can take it up; empty when the words name none in it.
    static String in(String language, String request) {
        return language.equals("en") ? of(request) : of(request, IN.getOrDefault(language, ABOUT));
    }

    /// In that language, or else in any.
    static String named(String language, String request) {
        String topic = in(language, request);
        return topic.isEmpty() ? of(request) : topic;
    }

    /// Such as `the sea`; empty when the words name none.
    static String of(String request) {
        String topic = of(request, ABOUT);
        return topic.isEmpty() ? of(request, IN.getOrDefault("zh", ABOUT)) : topic;
    }

    private static String of(String request, Pattern about) {
        String head = request.lines().findFirst().orElse("");
        var match = about.matcher(head.substring(0, Math.min(head.length(), 2000)));
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
        for (String word : topic.replaceFirst("^(?:den|dem|des|einen|einem)\\s+", "").split(" ", -1)) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ").appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                        .append(word, word.offsetByCodePoints(0, 1), word.length());
            }
        }
        return title.toString();
    }
}
