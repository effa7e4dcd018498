package atelier.store;

import atelier.store.move.StoreMove;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Locale;

/// How many rows a second move from SQLite to a PostgreSQL on this machine, copied and compared: run `main`, with the number
/// of rows (1,000,000 unless given). A third are inbox events, a third turns of 300 characters, a third calls of models.
final class MoveBenchmark {
    private MoveBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        var file = Files.createTempDirectory("move").resolve("atelier.db");
        var sqlite = new DatabaseAddress.Sqlite(file);
        sqlite.open().close();
        fill(sqlite, rows / 3, rows - 2 * (rows / 3));
        try (var server = EmbeddedPostgres.builder().start()) {
            var began = System.nanoTime();
            var moved = new StoreMove(sqlite, new DatabaseAddress.Postgres(server.getJdbcUrl("postgres", "postgres")))
                    .run(table -> {
                        if (table.rows() > 1) {
                            System.out.printf(Locale.ROOT, "%s: %,d rows in %.1f s, same: %s%n", table.name(),
                                    table.rows(), table.took().toMillis() / 1000.0, table.same());
                        }
                    });
            var seconds = (System.nanoTime() - began) / 1e9;
            var all = moved.stream().mapToLong(table -> table.rows()).sum();
            System.out.printf(Locale.ROOT, "%,d rows, %,d MB, in %.1f s: %,.0f rows/s, copied and compared%n", all,
                    Files.size(file) >> 20, seconds, all / seconds);
        }
    }

    private static void fill(DatabaseAddress sqlite, int third, int rest) throws SQLException {
        var numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) ";
        try (var connection = sqlite.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into account (created_at) values (1)");
            statement.execute("insert into conversation (account_id, chat_key, title, is_open, updated_at)"
                    + " values (1, 'chat', 'title', 1, 1)");
            statement.execute("insert into inbox " + numbers.formatted(third)
                    + "select 'TELEGRAM', 'event-' || i, 1763700000000 + i from n");
            statement.execute("insert into turn (conversation_id, role, words, job_id, said_at) "
                    + numbers.formatted(third)
                    + "select 1, 'PERSON', hex(randomblob(150)), 'j' || i, 1763700000000 + i from n");
            statement
                    .execute("insert into model_call (job_id, account_id, team, conversation_id, task, model, provider,"
                            + " is_local, input_tokens, cached_tokens, output_tokens, first_token_ms, total_ms, outcome, cost_usd,"
                            + " called_at) " + numbers.formatted(rest)
                            + "select 'j' || i, 1, '', 1, 'CODE', 'llama3.2', 'ollama',"
                            + " 1, i, 0, 200, 300, 4000, 'ok', i / 1e6, 1763700000000 + i from n");
            connection.commit();
        }
    }
}
