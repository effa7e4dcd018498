package atelier.intent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a model is asked what an utterance means, where [Parsed#isUnsure()]: what to send and how to read the answer. Knows
/// no model. What it decides goes to [IntentParser#as].
public final class IntentJudgement {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 1500;
    private static final Pattern NAME = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final String SYSTEM = Lexicon.lines("judgement.txt").stream().collect(Collectors.joining("\n"))
            + "\n" + Kinds.all().stream().map(kind -> kind.kind() + ": " + kind.definition())
                    .collect(Collectors.joining("\n"));
    private static final String SCHEMA = makeSchema();

    private IntentJudgement() {}

    /// The system text: the task and a line a kind.
    public static String system() {
        return SYSTEM;
    }

    /// JSON schema of the answer: `{"kind": "GENERATE_CODE"}`.
    public static String schema() {
        return SCHEMA;
    }

    /// The user text: the message and its situation as JSON, so that no message can pass for an order.
    public static String prompt(String text, Situation situation) {
        var json = MAPPER.createObjectNode();
        json.put("message", text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text);
        if (situation.last() != null) {
            json.put("last_made", situation.last().name().toLowerCase(Locale.ROOT));
        }
        if (situation.attachment() != null) {
            json.put("attached", situation.attachment().name().toLowerCase(Locale.ROOT));
        }
        if (situation.running()) {
            json.put("being_made_now", true);
        }
        return json.toString();
    }

    /// The kind in a model's answer: the JSON asked for, also within other text or under another name, or else the only
    /// kind that is named. Empty where there is none or more than one.
    public static Optional<Intent.Kind> read(String answer) {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        var told = from >= 0 && to > from ? inJson(answer.substring(from, to + 1)) : Optional.<Intent.Kind>empty();
        return told.isPresent() ? told : onlyNamed(answer);
    }

    private static Optional<Intent.Kind> inJson(String text) {
        try {
            var json = MAPPER.readTree(text);
            var kind = Kinds.named(json.path("kind").asText(""));
            return kind.isPresent() ? kind : only(json.valueStream().map(JsonNode::asText).toList());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<Intent.Kind> onlyNamed(String text) {
        return only(NAME.matcher(text.toUpperCase(Locale.ROOT).replace('-', '_')).results()
                .map(result -> result.group()).toList());
    }

    private static Optional<Intent.Kind> only(List<String> names) {
        var kinds = names.stream().flatMap(name -> Kinds.named(name).stream()).distinct().toList();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }

    private static String makeSchema() {
        var schema = MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        var kind = schema.putObject("properties").putObject("kind").put("type", "string");
        var names = kind.putArray("enum");
        Kinds.all().forEach(each -> names.add(each.kind().name()));
        schema.putArray("required").add("kind");
        return schema.toString();
    }
}
