package atelier.store;

import atelier.engine.community.Community;
import java.time.InstantSource;
import java.util.Set;

/// All of [Community] in the database.
public final class JdbiCommunity {
    private JdbiCommunity() {}

    /// @param admins         who runs Atelier, as `TELEGRAM:42`
    /// @param chatsPerMinute how many requests a minute one shared chat may make
    public static Community of(Database database, Set<String> admins, int chatsPerMinute, InstantSource clock) {
        return new Community(new JdbiPlaces(database, clock), new JdbiBans(database), new JdbiAuditLog(database),
                new JdbiPendingActs(database, clock), new JdbiAnnouncements(database, clock),
                new JdbiRulesBook(database, clock), new JdbiReports(database), new JdbiOverview(database),
                new JdbiChatPace(database, clock), new JdbiMemory(database), admins, chatsPerMinute);
    }
}
