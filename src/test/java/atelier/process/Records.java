package atelier.process;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database file of an Atelier, read from outside, as after an accident.
record Records(Path file) {
    /// Jobs in a state.
    int jobs(String state) {
        return Integer.parseInt(ask("select count(*) from job where state = '" + state + "'").getFirst());
    }

    /// Messages charged, over everybody.
    int charged() {
        return Integer.parseInt(ask("select coalesce(sum(used), 0) from ledger_day").getFirst());
    }

    /// What all answers cost.
    double usd() {
        return Double.parseDouble(ask("select coalesce(sum(cost_usd), 0.0) from usage_entry").getFirst());
    }

    /// What became of each reserved message: `reserved`, `settled` or `released`.
    List<String> reservations() {
        return ask("select state from reservation order by changed_at");
    }

    /// Lets no job begin, as when the process dies between storing a message and working on it.
    void holdBackJobs() {
        ask("create trigger hold before update of state on job when new.state = 'RUNNING' begin select raise(abort, 'held'); end");
    }

    void letJobsBegin() {
        ask("drop trigger hold");
    }

    private List<String> ask(String question) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            if (statement.execute(question)) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(question, failure);
        }
    }
}
