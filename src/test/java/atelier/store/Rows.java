package atelier.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/// Looks into the tables of a database, as nobody else may.
public final class Rows {
    private Rows() {}

    /// Every table there is.
    public static Set<String> tables(Database database) {
        return database.read(Rows::tables);
    }

    private static Set<String> tables(Handle handle) {
        var names = new TreeSet<String>();
        var connection = handle.getConnection();
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                new String[]{"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        names.removeIf(name -> name.startsWith("sqlite_"));
        return names;
    }

    /// The tables that the product says something of.
    public static Set<String> classified() {
        var names = new TreeSet<String>();
        PersonalTables.ALL.forEach(table -> names.add(table.name()));
        return names;
    }

    /// Tables with a column that names an account or an owner, but with no rows of anybody according to the product.
    public static List<String> unowned(Database database) {
        return database.read(handle -> PersonalTables.ALL.stream()
                .filter(table -> !table.isTheirs() && table.kind() != PersonalTable.Kind.MARKS)
                .map(PersonalTable::name).filter(name -> columns(handle, name).stream()
                        .anyMatch(column -> List.of("account_id", "owner", "payer").contains(column)))
                .toList());
    }

    private static List<String> columns(Handle handle, String table) {
        var names = new ArrayList<String>();
        var connection = handle.getConnection();
        try (var columns = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return names;
    }

    /// How many rows each table has of a person, by the product's own table.
    public static Map<String, Integer> of(Database database, long account) {
        return database.read(handle -> {
            var counts = new LinkedHashMap<String, Integer>();
            PersonalTables.ALL.stream().filter(PersonalTable::isTheirs).forEach(table -> counts.put(table.name(),
                    handle.createQuery("select count(*) from " + table.name() + " where " + table.theirs())
                            .configure(SqlStatements.class,
                                    it -> it.setUnusedBindingAllowed(true))
                            .bind("account", account).bind("owner", "person:" + account).mapTo(Integer.class).one()));
            return counts;
        });
    }

    /// Whatever the product says: the tables in which a word stands in any cell.
    public static List<String> with(Database database, String word) {
        return database.read(handle -> tables(handle).stream().filter(table -> handle
                .createQuery("select * from " + table).mapToMap().stream()
                .anyMatch(row -> row.values().stream().anyMatch(cell -> String.valueOf(cell).contains(word))))
                .toList());
    }

    /// The tables in which a number stands as somebody's account.
    public static List<String> withAccount(Database database, long account) {
        return database.read(handle -> tables(handle).stream()
                .filter(table -> columns(handle, table).contains("account_id"))
                .filter(table -> handle.createQuery("select count(*) from " + table + " where account_id = :account")
                        .bind("account", account).mapTo(Integer.class).one() > 0)
                .toList());
    }

    /// Sum of a column, over everybody.
    public static long sum(Database database, String table, String column) {
        return database.read(handle -> handle.createQuery("select coalesce(sum(" + column + "), 0) from " + table)
                .mapTo(Long.class).one());
    }

    /// Puts rows where a short chat leaves none.
    public static void add(Database database, long account, String job, String word) {
        List<String> rows = List.of(
                "insert into training_consent values (:account, 1)",
                "insert into vote values (:job, :account, 1, 1)",
                "insert into compared_answer values (:job || '.1', :job, :word, :word, 1)",
                "insert into budget_limit values (:owner, 'DAY', 5)",
                "insert into budget_limit values ('allowed:' || :owner, 'DAY', 5)",
                "insert into budget_purse values (:owner, 'DAY', '2026-11-21', 5, 0, 0, 0)",
                """
                        insert into budget_hold (id, account_id, team, job_id, day, most, cost, state, taken_at)
                        values ('h1', :account, '', :job, '2026-11-21', 5, 5, 'settled', 1)""",
                """
                        insert into model_call (job_id, account_id, team, conversation_id, task, model, provider,
                            is_local, input_tokens, cached_tokens, output_tokens, first_token_ms, total_ms, outcome,
                            cost_usd, called_at) values (:job, :account, '', 1, 'CHAT', 'm', 'p', 1, 1, 0, 1, 1, 1,
                            'done', 0.5, 1)""",
                "insert into data_key values (:owner, 1, 'm', 'w')",
                """
                        insert into provider_key values ('k1', :owner, 'openai', 'https://x', 1, 1, :word, 'abcd', 1, 1)""",
                """
                        insert into registered_model (owner, name, name_key, platform, model, fallbacks, is_favourite,
                            created_at, sessions) values (:owner, :word, :word, 'OLLAMA', 'm', '[]', 0, 1, 0)""",
                "insert into model_choice (account_id, chat_key, configured, is_strict) values (:account, 'x', 'm', 0)",
                "insert into persona values (:owner, :word, :word, :account, 1)",
                "insert into persona_choice values (:owner, :word, :account, 1)",
                "insert into shared_template values ('team:x', :word, :word, :account, 1)",
                "insert into account_link values (:word, :word, :account, :word, null, null, 0, 0, 1, null)",
                "insert into link_attempt values (:account, :word, 1)",
                """
                        insert into report (account_id, chat_key, subject, excerpt, link, reported_at)
                        values (:account, 'x', :word, :word, :word, 1)""",
                """
                        insert into announcement (words, account_id, announced_by, chat, state, announced_at)
                        values ('news', :account, 'CLI', '{}', 'DONE', 1)""",
                """
                        insert into announcement_chat select max(id), :word, :word, :account, 1 from announcement""",
                "insert into pending_act values (:word, :account, :word, 1)",
                """
                        insert into chat_pace select max(chat_key), 1 from known_chat where account_id = :account
                        on conflict (chat_key) do nothing""",
                """
                        insert into star_order select 'o1', max(platform_id), 'pro', 250, 0, 1 from identity
                        where account_id = :account""",
                """
                        insert into star_charge select 'c1', 'o1', max(platform_id), 'XTR', 250, 'PAID', 1, 1 from identity
                        where account_id = :account""",
                """
                        insert into tier_grant select platform, platform_id, 'ADMIN', '', 'pro', null, 0, 1 from identity
                        where account_id = :account""");
        database.write(handle -> {
            rows.forEach(row -> handle.createUpdate(row)
                    .configure(SqlStatements.class, it -> it.setUnusedBindingAllowed(true))
                    .bind("account", account).bind("owner", "person:" + account).bind("job", job).bind("word", word)
                    .execute());
            return true;
        });
    }
}
