package atelier.store;

import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.registry.RegisteredModel;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `registered_model` as a record.
final class ModelRow {
    private ModelRow() {}

    static RegisteredModel model(ResultSet row) throws SQLException {
        var tokens = number(row, "max_tokens");
        var parameters = new Parameters(number(row, "temperature"), number(row, "top_p"),
                tokens == null ? null : tokens.intValue(), number(row, "frequency_penalty"));
        var draft = new ModelDraft(row.getString("name"),
                ModelPlatform.named(row.getString("platform")).orElseThrow(), row.getString("endpoint"),
                row.getString("model"), parameters,
                Json.read(row.getString("fallbacks"), new TypeReference<List<String>>() {
                }));
        var used = number(row, "last_used_at");
        return new RegisteredModel(Owner.of(row.getString("owner")), draft, row.getInt("is_favourite") == 1,
                Instant.ofEpochMilli(row.getLong("created_at")),
                used == null ? null : Instant.ofEpochMilli(used.longValue()),
                row.getLong("sessions"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
