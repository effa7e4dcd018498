package atelier.process;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database of an Atelier, read from outside, as after an accident.
///
/// @param url of JDBC
record Records(String url) {
    /// One in a file.
    Records(Path file) {
        this("jdbc:sqlite:" + file);
    }

    /// Jobs in a state.
    int jobs(String state) {
        return Integer.parseInt(ask("select count(*) from job where state = '" + state + "'").getFirst());
    }

    /// Messages charged, over everybody.
    int charged() {
        return Integer.parseInt(ask("select coalesce(sum(used), 0) from ledger_day").getFirst());
    }

    /// A whole number the database answers with.
    int number(String question) {
        return Integer.parseInt(ask(question).getFirst());
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

    /// The first column of an answer.
    List<String> ask(String question) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            if (url.startsWith("jdbc:sqlite:")) {
                statement.execute("pragma busy_timeout = 10000");
            }
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
