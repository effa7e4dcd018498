package atelier.cli.doctor;

import atelier.config.Config;
import atelier.store.DataLock;
import atelier.store.DatabaseCondition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The database, whichever it is.
record DatabaseCheck(Config config) implements Check {
    @Override
    public String subject() {
        return "Database";
    }

    @Override
    public List<Finding> findings() {
        var url = config.databaseUrl();
        if (url != null && !url.value().startsWith("jdbc:sqlite:")) {
            return List.of(postgres(DatabaseCondition.ofPostgres(url.value())));
        }
        var file = url == null
                ? config.dataDir().resolve("atelier.db")
                : Path.of(url.value().substring("jdbc:sqlite:".length()));
        return List.of(sqlite(file));
    }

    private Finding sqlite(Path file) {
        if (!Files.exists(file)) {
            return Finding.fine(subject(), "SQLite, which will be made at the first start");
        }
        if (DataLock.isHeld(config.dataDir())) {
            return Finding.fine(subject(), "SQLite, in use by an Atelier that runs now");
        }
        return switch (DatabaseCondition.ofSqlite(file)) {
            case SOUND -> Finding.fine(subject(), "SQLite, sound");
            case LOCKED -> Finding.wrong(Ailment.DATABASE_LOCKED, subject(), file + " is locked by another program",
                    "End it; only one Atelier may use a data folder.");
            case CORRUPT -> Finding.wrong(Ailment.DATABASE_DAMAGED, subject(), file + " is damaged, or no database",
                    "Move the data folder away and restore your newest backup (`admin restore`), or begin with an empty one.");
            case NEWER -> newer();
            case REFUSED, MISSING, UNREACHABLE ->
                Finding.wrong(Ailment.DATABASE_CLOSED_TO_US, subject(), file + " cannot be opened",
                        "Let the user who runs Atelier read and write it.");
        };
    }

    private Finding newer() {
        return Finding.wrong(Ailment.DATABASE_NEWER, subject(), "it was changed by a newer Atelier than this one",
                "Run that one again; an older program may spoil what it does not know.");
    }

    Finding postgres(DatabaseCondition condition) {
        return switch (condition) {
            case NEWER -> newer();
            case SOUND -> Finding.fine(subject(), "PostgreSQL answers");
            case REFUSED ->
                Finding.wrong(Ailment.DATABASE_LOGIN_REFUSED, subject(), "PostgreSQL refuses the user or the password",
                        "Set the right ones in `database.url`.");
            case MISSING ->
                Finding.wrong(Ailment.DATABASE_MISSING, subject(), "PostgreSQL has no database of that name",
                        "Make it (`createdb`), or set the right name in `database.url`.");
            case LOCKED, CORRUPT, UNREACHABLE ->
                Finding.wrong(Ailment.DATABASE_UNREACHABLE, subject(), "PostgreSQL cannot be reached",
                        "Start it, or set its right host and port in `database.url`; empty it to use SQLite.");
        };
    }
}
