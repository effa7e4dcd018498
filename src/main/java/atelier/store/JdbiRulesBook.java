package atelier.store;

import atelier.engine.community.RulesBook;
import atelier.engine.team.TeamRules;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.InstantSource;
import java.util.Optional;

/// What teams allow, in the database: a row for each change.
final class JdbiRulesBook implements RulesBook {
    private static final TypeReference<TeamRules> RULES = new TypeReference<>() {
    };

    private final Database database;
    private final InstantSource clock;

    JdbiRulesBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public TeamRules of(String server) {
        if (server.isEmpty()) {
            return TeamRules.NONE;
        }
        Optional<String> found = database.read(handle -> handle.createQuery("""
                select rules from team_rules where server = :server and is_undone = 0 order by id desc limit 1""")
                .bind("server", server).mapTo(String.class).findOne());
        return found.map(rules -> Json.read(rules, RULES)).orElse(TeamRules.NONE);
    }

    @Override
    public void set(String server, TeamRules rules, String by) {
        database.write(handle -> handle.createUpdate("""
                insert into team_rules (server, rules, changed_by, changed_at, is_undone)
                values (:server, :rules, :by, :now, 0)""").bind("server", server).bind("rules", Json.write(rules))
                .bind("by", by).bind("now", clock.instant().toEpochMilli()).execute());
    }

    @Override
    public boolean undo(String server) {
        return database.write(handle -> handle.createUpdate("""
                update team_rules set is_undone = 1 where id = (
                    select max(id) from team_rules where server = :server and is_undone = 0)""")
                .bind("server", server).execute() == 1);
    }
}
