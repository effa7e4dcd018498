package atelier.store;

import atelier.chat.Platform;
import atelier.engine.port.Inbox;
import java.time.Instant;
import java.time.InstantSource;

/// Known events in the database.
public final class JdbiInbox implements Inbox {
    private final Database database;
    private final InstantSource clock;

    public JdbiInbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean add(Platform platform, String eventId) {
        return database.write(handle -> handle.createUpdate("""
                insert into inbox (platform, event_id, received_at) values (:platform, :event, :now)
                on conflict (platform, event_id) do nothing""")
                .bind("platform", platform.name()).bind("event", eventId).bind("now", clock.instant().toEpochMilli())
                .execute() == 1);
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from inbox where received_at < :before")
                .bind("before", before.toEpochMilli()).execute());
    }
}
