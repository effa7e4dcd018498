package atelier.create.song;

import atelier.audio.score.Metre;
import atelier.create.json.LenientJson;
import atelier.create.song.Draft.Part;
import atelier.create.song.SongPlan.Hook;
import atelier.create.song.SongPlan.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a plan as leniently as can be: prose around it, broken ends, other names for the same field.
final class PlanReader {
    private static final int MOST_SECTIONS = 16, MOST_LINES = 12, MOST_CHORDS = 32, LONGEST_LINE = 120, MOST_BARS = 32;
    private static final Pattern RHYTHM = Pattern.compile("[xX.\\-_]{1,64}");

    private PlanReader() {}

    /// Of everything in the answer, the object that says most about sections.
    static Draft read(String answer) {
        return LenientJson.objects(answer).stream().map(PlanReader::draft)
                .max(Comparator.comparingInt(draft -> draft.sections().size())).orElse(Draft.EMPTY);
    }

    private static Draft draft(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        JsonNode sections = any(json, "sections", "parts", "structure");
        for (JsonNode section : sections) {
            if (parts.size() < MOST_SECTIONS && section.isObject()) {
                part(section).ifPresent(parts::add);
            }
        }
        return new Draft(text(json, 80, "title", "name"), key(text(json, 24, "key", "tonic")),
                mode(json), number(json, "bpm", "tempo"), metre(text(json, 12, "metre", "meter", "time_signature")),
                lower(text(json, 24, "genre", "style")), seed(json), text(json, 60, "words_by"), language(json),
                parts);
    }

    private static Optional<Part> part(JsonNode json) {
        String name = text(json, 40, "name", "role", "type", "section");
        Role role = role(name == null ? "" : name);
        JsonNode tune = any(json, "melody", "hook");
        List<Optional<Hook>> melody = new ArrayList<>();
        int offered = 0;
        for (JsonNode bar : tune.isArray() ? tune : tune.isObject() ? List.of(tune) : List.<JsonNode>of()) {
            if (melody.size() < MOST_BARS) {
                melody.add(hook(bar));
                offered += bar.isNull() ? 0 : 1;
            }
        }
        return Optional.of(new Part(role, number(json, "bars"), strings(any(json, "chords", "progression"),
                MOST_CHORDS), strings(any(json, "lyrics", "lines", "words"), MOST_LINES),
                melody, offered));
    }

    private static Role role(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.startsWith("prechorus") || plain.contains("build")) {
            return Role.PRE_CHORUS;
        }
        if (plain.contains("chorus") || plain.contains("hook") || plain.contains("refrain")) {
            return Role.CHORUS;
        }
        if (plain.contains("intro")) {
            return Role.INTRO;
        }
        if (plain.contains("outro") || plain.contains("coda")) {
            return Role.OUTRO;
        }
        if (plain.contains("bridge")) {
            return Role.BRIDGE;
        }
        boolean played = plain.contains("instrumental") || plain.contains("solo") || plain.contains("drop");
        return played ? Role.INSTRUMENTAL : Role.VERSE;
    }

    private static Optional<Hook> hook(JsonNode json) {
        String rhythm = text(json, 64, "r", "rhythm");
        List<Integer> degrees = new ArrayList<>();
        for (JsonNode degree : any(json, "d", "degrees")) {
            if (degree.isNumber() && degrees.size() < 16) {
                degrees.add(degree.asInt());
            }
        }
        return rhythm == null || !RHYTHM.matcher(rhythm).matches() || degrees.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hook(rhythm.toLowerCase(Locale.ROOT).replace('_', '-'), degrees));
    }

    private static List<String> strings(JsonNode json, int most) {
        List<String> all = new ArrayList<>();
        if (json.isTextual()) {
            json.asText().lines().forEach(all::add);
        }
        json.forEach(item -> all.add(item.isTextual() ? item.asText() : item.path("text").asText("")));
        return all.stream().map(PlanReader::clean).filter(line -> !line.isEmpty()).limit(most).toList();
    }

    private static String clean(String line) {
        String plain = line.replaceAll("[\\p{Cntrl}<>|*_`]", " ").replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_LINE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_LINE / 2)).strip();
    }

    private static JsonNode any(JsonNode json, String... names) {
        for (String name : names) {
            if (json.has(name)) {
                return json.get(name);
            }
        }
        return json.path("no such field");
    }

    private static @Nullable String text(JsonNode json, int longest, String... names) {
        JsonNode found = any(json, names);
        String text = found.isTextual() ? clean(found.asText()) : "";
        return text.isEmpty() ? null : text.substring(0, Math.min(longest, text.length())).strip();
    }

    private static @Nullable Integer number(JsonNode json, String... names) {
        JsonNode found = any(json, names);
        return found.isNumber() ? Integer.valueOf(found.asInt()) : null;
    }

    private static @Nullable Long seed(JsonNode json) {
        JsonNode found = json.path("seed");
        return found.isNumber() ? Long.valueOf(found.asLong()) : null;
    }

    // "A minor" as a key says two things.
    private static @Nullable String key(@Nullable String key) {
        return key == null ? null : key.replaceFirst(" .*", "");
    }

    private static @Nullable String mode(JsonNode json) {
        String mode = lower(text(json, 24, "mode", "scale"));
        String key = lower(text(json, 24, "key", "tonic"));
        return mode != null ? mode : key != null && key.contains("min") ? "minor" : null;
    }

    private static @Nullable String language(JsonNode json) {
        String language = lower(text(json, 12, "language"));
        return language != null && language.matches("[a-z]{2}") ? language : null;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String metre(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,2}/\\d{1,2}")) {
            return null;
        }
        int slash = text.indexOf('/');
        return Metre.writable(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)))
                ? text
                : null;
    }
}
