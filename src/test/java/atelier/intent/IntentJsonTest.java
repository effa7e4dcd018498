package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntentJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Class<?>[] kindsOfIntent() {
        return Intent.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("kindsOfIntent")
    void everyIntentComesBackFromStorageAsItWas(Class<?> type) throws ReflectiveOperationException, IOException {
        for (boolean filled : new boolean[]{true, false}) {
            var intent = (Intent) make(type, filled);
            var stored = MAPPER.readTree(IntentJson.toJson(intent).toString());
            assertThat(IntentJson.fromJson(stored)).isEqualTo(intent);
        }
    }

    @Test
    void whatIsNoIntentIsRefusedByName() {
        assertThatThrownBy(() -> IntentJson.fromJson(MAPPER.createObjectNode().put("type", "MakeCoffee")))
                .hasMessageContaining("MakeCoffee");
    }

    @Test
    void descriptionHasTheFourFieldsOfTheContract() throws IOException {
        var json = MAPPER.readTree(new IntentLines(new IntentParser()).answer("a melody in D minor at 90 bpm"));
        assertThat(json.fieldNames()).toIterable().containsExactly("intent", "confidence", "entities", "question");
        assertThat(json.at("/entities/tempo").asInt()).isEqualTo(90);
        assertThat(json.path("question").isNull()).isTrue();
    }

    @Test
    void lineMayBringItsSituationAlong() throws IOException {
        var lines = new IntentLines(new IntentParser());
        assertThat(kind(lines, "{\"text\":\"make it louder\",\"attachment\":\"audio\"}")).isEqualTo("MASTER_AUDIO");
        assertThat(kind(lines, "{\"text\":\"up a tone\",\"last\":\"melody\"}")).isEqualTo("EDIT_LAST");
        assertThat(kind(lines, "{\"text\":\"never mind\",\"running\":true}")).isEqualTo("CANCEL");
        assertThat(kind(lines, "{\"text\":\"write a song\",\"last\":\"no such thing\",\"attachment\":null}"))
                .isEqualTo("GENERATE_FULL_SONG");
    }

    @Test
    void brokenJsonIsReadAsText() throws IOException {
        assertThat(kind(new IntentLines(new IntentParser()), "{\"text\": write me a song about rain")).isEqualTo(
                "GENERATE_FULL_SONG");
    }

    private static String kind(IntentLines lines, String line) throws IOException {
        return MAPPER.readTree(lines.answer(line)).path("intent").asText();
    }

    private static Object make(Class<?> type, boolean filled) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(types[i], filled);
        }
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type, boolean filled) throws ReflectiveOperationException {
        if (type.isRecord()) {
            return make(type, filled);
        }
        if (type == List.class) {
            return filled ? List.of("llama3.2", "gemma3:4b") : List.of();
        }
        if (!filled) {
            return type == String.class ? "" : null;
        }
        return type == String.class
                ? "wörds \"and\" 🎵\n"
                : type == Integer.class
                        ? (Object) 7
                        : type == Long.class
                                ? (Object) Long.MAX_VALUE
                                : type == Double.class ? (Object) 0.8 : Complexity.ADVANCED;
    }
}
