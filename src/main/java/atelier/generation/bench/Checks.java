package atelier.generation.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether an answer is as a [BenchTask] asked for it. Markdown around it is forgiven.
final class Checks {
    private static final int LONGEST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern SIGNATURE = Pattern
            .compile("\\bint\\s+countVowels\\s*\\(\\s*(?:final\\s+)?String\\s+\\w+\\s*\\)");
    private static final Set<String> GERMAN = Set.of("der", "die", "das", "im", "ein", "eine", "und", "ist", "den",
            "sich",
            "wenn", "mit", "dem", "des", "bringt", "viele", "fallen", "ich", "wir");
    private static final Pattern LIKE_LIGHT = Pattern.compile("[a-z]*(?:ight|ite|yte)");
    /// They only look like it.
    private static final Set<String> UNLIKE_LIGHT = Set.of("eight", "weight", "freight", "straight", "opposite",
            "infinite",
            "favorite", "favourite", "definite", "granite", "exquisite");

    private Checks() {}

    /// What stands inside the only fence, or all of it.
    static String bare(String answer) {
        var text = answer.length() <= LONGEST ? answer.strip() : "";
        if (text.startsWith("```") && text.endsWith("```") && text.indexOf('\n') > 0) {
            return text.substring(text.indexOf('\n') + 1, text.length() - 3).strip();
        }
        return text;
    }

    /// A method as a whole file.
    static String file(String answer) {
        return "final class Answer {\n" + bare(answer) + "\n}\n";
    }

    static boolean isMethod(String answer) {
        var code = bare(answer);
        return SIGNATURE.matcher(code).find() && code.contains("return") && code.endsWith("}")
                && !code.contains("```") && Brackets.close(code);
    }

    static boolean isCity(String answer) {
        try {
            var city = JSON.readTree(bare(answer));
            return city != null && city.size() == 4 && city.path("name").asText().contains("Lisbo")
                    && city.path("country").isTextual() && city.path("population").isIntegralNumber()
                    && city.path("landmarks").isArray() && city.path("landmarks").size() == 3
                    && city.path("landmarks").valueStream().allMatch(JsonNode::isTextual);
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    static boolean isExplanation(String answer) {
        var text = bare(answer);
        var words = words(text).size();
        return words >= 10 && words <= 120 && sentences(text) <= 3 && text.toLowerCase(Locale.ROOT).contains("light");
    }

    static boolean isReversed(String answer) {
        return bare(answer).lines().map(String::strip).toList().equals(List.of("BLUE", "GREEN", "RED"));
    }

    static boolean isGermanSentence(String answer) {
        var text = bare(answer);
        return sentences(text) == 1 && text.contains("Herbst") && words(text).size() >= 4
                && words(text.toLowerCase(Locale.ROOT)).stream().anyMatch(GERMAN::contains)
                && Pattern.compile("[.!?]\\W?$").matcher(text).find();
    }

    static boolean isRhyme(String answer) {
        var lines = bare(answer).lines().filter(line -> !line.isBlank()).map(Checks::words).toList();
        if (lines.size() != 2 || lines.stream().anyMatch(line -> line.size() < 2)) {
            return false;
        }
        var first = lines.getFirst().getLast().toLowerCase(Locale.ROOT);
        var second = lines.getLast().getLast().toLowerCase(Locale.ROOT);
        return first.equals("light") && !second.equals("light") && !UNLIKE_LIGHT.contains(second)
                && LIKE_LIGHT.matcher(second).matches();
    }

    private static List<String> words(String text) {
        return Pattern.compile("[^\\p{L}\\p{M}'’-]+").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static long sentences(String text) {
        return Pattern.compile("[.!?]+[\"”“)]?(?:\\s+|$)").splitAsStream(text).filter(part -> !part.isBlank()).count();
    }
}
