package atelier.create;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A prompt kept as a file under `prompts/`, with places such as `{{language}}`. A line whose places are all unknown is
/// left out. What is filled in is never read as a place again.
public final class PromptTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w{1,40})\\}\\}");

    private final String text;

    private PromptTemplate(String text) {
        this.text = text;
    }

    /// @param name file name without ending, such as `code`
    public static PromptTemplate load(String name) {
        try (var in = PromptTemplate.class.getResourceAsStream("/prompts/" + name + ".md")) {
            if (in == null) {
                throw new IllegalArgumentException("no prompt named " + name);
            }
            return new PromptTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param values what is known; null and blank values count as unknown
    public String fill(Map<String, ? extends @Nullable Object> values) {
        var lines = new ArrayList<String>();
        for (var line : text.strip().split("\n", -1)) {
            var places = PLACE.matcher(line).results().map(place -> place.group(1)).toList();
            if (places.isEmpty() || places.stream().anyMatch(place -> !value(values, place).isBlank())) {
                lines.add(PLACE.matcher(line)
                        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1)))));
            }
        }
        return String.join("\n", lines);
    }

    private static String value(Map<String, ? extends @Nullable Object> values, String place) {
        var value = values.get(place);
        return value == null ? "" : value.toString();
    }
}
