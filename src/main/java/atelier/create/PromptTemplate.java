package atelier.create;

import atelier.generation.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A prompt kept as a file under `prompts/`. Its head, between lines of `---`, has a `version` and how to draw
/// (`temperature`, `top-p`, `max-tokens`, `frequency-penalty`); its text has places such as `{{language}}`. A line whose
/// places are all unknown is left out. What is filled in is never read as a place again.
public final class PromptTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w{1,40})\\}\\}");
    private static final String FENCE = "---\n";

    private final String name;
    private final Map<String, String> head;
    private final String text;

    private PromptTemplate(String name, Map<String, String> head, String text) {
        this.name = name;
        this.head = head;
        this.text = text;
    }

    /// @param name file name without ending, such as `code`
    /// @throws IllegalArgumentException when there is none, or its head has no version
    public static PromptTemplate load(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no prompt named " + name));
    }

    /// A part that is there for some values only, such as `code/language-python`.
    ///
    /// @param folder such as `code`
    /// @param kind   such as `language`
    /// @param value  such as `C#`; letters, digits and hyphens of it make the name. Null has none
    public static Optional<PromptTemplate> fragment(String folder, String kind, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        var slug = value.toString().toLowerCase(Locale.ROOT).replace("c++", "cpp").replace("c#", "csharp")
                .replaceAll("[^a-z0-9]{1,20}", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() || slug.length() > 40 ? Optional.empty() : find(folder + "/" + kind + "-" + slug);
    }

    private static Optional<PromptTemplate> find(String name) {
        try (var in = PromptTemplate.class.getResourceAsStream("/prompts/" + name + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PromptTemplate read(String name, String file) {
        int end = file.indexOf("\n" + FENCE, FENCE.length() - 1);
        var head = new HashMap<String, String>();
        if (file.startsWith(FENCE) && end > 0) {
            file.substring(FENCE.length(), end).lines().map(line -> line.split(":", 2))
                    .filter(pair -> pair.length == 2).forEach(pair -> head.put(pair[0].strip(), pair[1].strip()));
        }
        if (!head.getOrDefault("version", "").matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("the prompt " + name + " has no version");
        }
        return new PromptTemplate(name, head, file.substring(end + 1 + FENCE.length()).strip());
    }

    /// Name and version, such as `code@2`.
    public String id() {
        return name.substring(name.indexOf('/') + 1) + "@" + head.get("version");
    }

    /// How to draw, as the head says.
    public Prompt.Sampling sampling() {
        var tokens = head.get("max-tokens");
        return new Prompt.Sampling(number("temperature"), number("top-p"),
                tokens == null ? null : Integer.valueOf(tokens), number("frequency-penalty"));
    }

    private @Nullable Double number(String key) {
        var value = head.get(key);
        return value == null ? null : Double.valueOf(value);
    }

    /// @param values what is known; null and blank values count as unknown
    public String fill(Map<String, ? extends @Nullable Object> values) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
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
