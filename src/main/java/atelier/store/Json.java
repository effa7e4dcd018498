package atelier.store;

import atelier.intent.Intent;
import atelier.intent.IntentJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records to JSON columns and back. Fields an older version did not know are skipped.
final class Json {
    private static final Logger LOG = LoggerFactory.getLogger(Json.class);
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot store " + value.getClass().getSimpleName(), failure);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot read a stored " + type.getType(), failure);
        }
    }

    static String intent(Intent intent) {
        return IntentJson.toJson(intent).toString();
    }

    /// An intent of another version, which this one does not know, becomes [Intent.Unknown]: its job can then still be
    /// ended and its person be told.
    static Intent intent(String json) {
        try {
            return IntentJson.fromJson(MAPPER.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException failure) {
            LOG.error("cannot read a stored intent", failure);
            return new Intent.Unknown("");
        }
    }
}
