package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DatabaseConditionTest {
    @Test
    void postgresTellsWhatIsWrong() throws IOException {
        try (var server = EmbeddedPostgres.builder().start()) {
            assertThat(DatabaseCondition.ofPostgres(server.getJdbcUrl("postgres", "postgres")))
                    .isEqualTo(DatabaseCondition.SOUND);
            assertThat(DatabaseCondition.ofPostgres(server.getJdbcUrl("postgres", "nowhere")))
                    .isEqualTo(DatabaseCondition.MISSING);
        }
    }
}
