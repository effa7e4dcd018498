package atelier.store.move;

import atelier.chat.UserFacingException;
import atelier.store.DatabaseAddress;
import atelier.store.DatabaseCondition;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves everything from one database to another in one transaction: all of it arrives and was compared, or nothing does,
/// whatever happens in between. The source stays as it is, but for the migrations the next start would do as well.
///
/// Nobody may use either database meanwhile; on a SQLite file that is for the caller to see to, by [atelier.store.DataLock].
public final class StoreMove {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMove.class);

    private final DatabaseAddress from;
    private final DatabaseAddress to;

    public StoreMove(DatabaseAddress from, DatabaseAddress to) {
        this.from = from;
        this.to = to;
    }

    /// Blocks until done. When a table of the result is not the same on both sides, nothing was moved.
    ///
    /// @param onTable told of each table as soon as it is copied and compared
    /// @return the tables in the order they were moved
    /// @throws UserFacingException when it cannot be done; nothing was moved then
    public List<MovedTable> run(Consumer<MovedTable> onTable) {
        check(from, true);
        check(to, false);
        if (from.equals(to)) {
            throw new UserFacingException("Both addresses name the same database. Name another one as --to.");
        }
        try {
            refuseCompany();
            migrate(from);
            try (var source = Side.source(from)) {
                refuseUsed(source);
                migrate(to);
                return move(source, onTable);
            }
        } catch (SQLException failure) {
            LOG.debug("moving broke off", failure);
            throw new UserFacingException(
                    "The data could not be moved (" + firstLine(failure) + "). The target was left"
                            + " as empty as before.");
        }
    }

    /// Such as where the user may not make tables.
    private static void migrate(DatabaseAddress address) {
        try {
            address.open().close();
        } catch (RuntimeException failure) {
            LOG.debug("migrating broke off", failure);
            throw new UserFacingException("The tables could not be made or brought up to date at " + address + " ("
                    + String.valueOf(failure.getMessage()).lines().map(String::strip).filter(line -> !line.isEmpty())
                            .limit(8).collect(Collectors.joining(" "))
                    + "). Nothing was moved; the user in its address must own the database, or may create in it.");
        }
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static void check(DatabaseAddress address, boolean isSource) {
        switch (address) {
            case DatabaseAddress.Sqlite(var file) -> {
                if (isSource && !Files.isRegularFile(file)) {
                    throw new UserFacingException("There is no database " + file + ", so there is nothing to move. Name"
                            + " another one as --from, or another data-dir.");
                }
            }
            case DatabaseAddress.Postgres(var url) -> {
                var condition = DatabaseCondition.ofPostgres(url);
                if (condition != DatabaseCondition.SOUND) {
                    throw new UserFacingException(address + switch (condition) {
                        case REFUSED -> " refuses the user or the password. Set the right ones in its address.";
                        case NEWER -> " was changed by a newer Atelier. Use that one.";
                        case MISSING -> " does not exist. Make it first (`createdb`).";
                        case LOCKED, CORRUPT, UNREACHABLE, SOUND -> " cannot be reached. Start it, or set another host"
                                + " and port in its address.";
                    });
                }
            }
        }
    }

    /// A server cannot be locked like a folder, but knows who is connected.
    private void refuseCompany() throws SQLException {
        if (from instanceof DatabaseAddress.Postgres) {
            var others = Side.company(from);
            if (others > 0) {
                throw new UserFacingException("%d other connections to the database that is to be moved are open. Stop"
                        .formatted(others) + " every Atelier that uses it, and whatever else is connected.");
            }
        }
    }

    /// Before anything is made there: what is no fresh database of ours is not touched.
    private void refuseUsed(Side source) throws SQLException {
        try (var target = Side.target(to)) {
            var there = new TreeSet<>(Schema.names(target.connection()));
            if (there.isEmpty()) {
                return;
            }
            var foreign = new TreeSet<>(there);
            foreign.removeAll(Schema.names(source.connection()));
            if (!foreign.isEmpty() || !there.remove(Schema.HISTORY)) {
                throw used("it holds tables that are not Atelier's");
            }
            for (var table : there) {
                if (!target.isEmpty(table)) {
                    throw used("its table " + table + " has rows");
                }
            }
        }
    }

    private UserFacingException used(String why) {
        return new UserFacingException("%s is not empty: %s. Nothing was moved; name an empty database as --to."
                .formatted(to, why));
    }

    private List<MovedTable> move(Side source, Consumer<MovedTable> onTable) throws SQLException {
        try (var target = Side.target(to)) {
            var tables = target.tables();
            refuseOtherShape(source.tables(), tables);
            target.lock(tables);
            var moved = new ArrayList<MovedTable>();
            for (var table : tables) {
                var result = new TableCopy(source, target, table).run();
                moved.add(result);
                onTable.accept(result);
            }
            if (moved.stream().allMatch(MovedTable::same)) {
                target.commit();
            }
            return moved;
        }
    }

    private static void refuseOtherShape(List<Table> from, List<Table> to) {
        for (var table : from) {
            var other = to.stream().filter(it -> it.name().equals(table.name())).findFirst();
            if (other.isEmpty() || !other.get().shape().equals(table.shape())) {
                throw new UserFacingException(
                        "The table " + table.name() + " is not as this version of Atelier makes it,"
                                + " so nothing was moved. Use the version that last ran on the database.");
            }
        }
    }
}
