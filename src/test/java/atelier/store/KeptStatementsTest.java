package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was prepared once is used again.
class KeptStatementsTest {
    private static final String ADD = "insert into thing (name, size) values (:name, :size)";
    private static final String SIZE = "select size from thing where name = :name";

    private final List<PreparedStatement> used = new ArrayList<>();
    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:").open().setStatementBuilder(new KeptStatements());

    @BeforeEach
    void makeTable() {
        handle.execute("create table thing (name text primary key, size integer)");
        handle.addCustomizer(new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                used.add(statement);
            }
        });
    }

    @AfterEach
    void close() {
        handle.close();
    }

    private int size(String name) {
        return handle.createQuery(SIZE).bind("name", name).mapTo(int.class).one();
    }

    private void add(String name, int size) {
        handle.createUpdate(ADD).bind("name", name).bind("size", size).execute();
    }

    @Test
    void theSameWordsAreTheSameStatement() {
        add("oak", 30);
        add("birch", 20);
        assertThat(size("oak")).isEqualTo(30);
        assertThat(size("birch")).isEqualTo(20);

        assertThat(used).hasSize(4);
        assertThat(used.get(0)).isSameAs(used.get(1)).isNotSameAs(used.get(2));
        assertThat(used.get(2)).isSameAs(used.get(3));
    }

    @Test
    void oneThatIsStillBeingReadIsNotReadByAnother() {
        add("oak", 30);
        add("birch", 20);

        var sizes = handle.createQuery("select name from thing order by name").map((row, _) -> row.getString(1))
                .stream().map(name -> handle.createQuery("select name from thing order by name").mapTo(String.class)
                        .list() + name)
                .toList();

        assertThat(sizes).containsExactly("[birch, oak]birch", "[birch, oak]oak");
    }

    @Test
    void oneThatFailedServesTheNext() {
        add("oak", 30);
        assertThatThrownBy(() -> add("oak", 31)).isInstanceOf(UnableToExecuteStatementException.class);
        add("birch", 20);

        assertThat(size("oak")).isEqualTo(30);
        assertThat(size("birch")).isEqualTo(20);
    }

    @Test
    void whatWasBoundBeforeIsForgotten() {
        add("oak", 30);
        handle.createUpdate(ADD).bind("name", "birch").bindByType("size", null, Integer.class).execute();

        assertThat(handle.createQuery(SIZE).bind("name", "birch").mapTo(Integer.class).findOne()).isEmpty();
        assertThat(used.get(0)).isSameAs(used.get(1));
    }

    @Test
    void aBatchIsEmptyWhenItBeginsAnew() {
        for (var name : List.of("oak", "birch")) {
            var batch = handle.prepareBatch(ADD);
            batch.bind("name", name).bind("size", 1).add();
            batch.bind("name", name + " tree").bind("size", 2).add();
            assertThat(batch.execute()).containsExactly(1, 1);
        }
        assertThat(handle.createQuery("select count(*) from thing").mapTo(int.class).one()).isEqualTo(4);
    }
}
