package atelier.store;

import atelier.engine.port.Wakes;
import atelier.generation.turn.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines before model servers in the database, one for all nodes. Who stands in them on a node that is dead stands there no more.
/// While the database cannot be reached nobody's turn comes, for half a minute at most.
public final class JdbiTurns implements Turns {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiTurns.class);
    private static final long WITHOUT_BOOKS_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Database database;
    private final String node;
    private final Wakes wakes;
    private final Map<String, Stand> waiting = new ConcurrentHashMap<>();
    /// Given back while the database was away.
    private final Set<String> unreturned = ConcurrentHashMap.newKeySet();

    /// Of whatever stands in line under the node's name nothing is left: that was an earlier process of the same name, which was
    /// killed.
    ///
    /// @param node name of this process
    public JdbiTurns(Database database, String node, Wakes wakes) {
        this.database = database;
        this.node = node;
        this.wakes = wakes;
        database.write(handle -> handle.createUpdate("delete from model_turn where node = :node").bind("node", node)
                .execute());
        wakes.on(Wakes.Matter.TURNS, () -> waiting.values().forEach(stand -> stand.changed.run()));
    }

    @Override
    public Ticket come(String place, int atOnce, int priority, Runnable changed) {
        return new Stand(place, atOnce, priority, changed);
    }

    private record Row(String ticket, boolean taken) {}

    private final class Stand implements Ticket {
        private final String id = UUID.randomUUID().toString();
        private final String place;
        private final int atOnce;
        private final long ahead;
        private final Runnable changed;
        private volatile boolean taken;
        private volatile int beside;
        private volatile int last = 1;
        private volatile long lostAt;

        Stand(String place, int atOnce, int priority, Runnable changed) {
            this.place = place;
            this.atOnce = atOnce;
            this.ahead = priority * RANK.toMillis();
            this.changed = changed;
        }

        @Override
        public int before() {
            if (taken) {
                return 0;
            }
            try {
                last = database.write(this::look);
                lostAt = 0;
                if (last > 0) {
                    waiting.put(id, this);
                } else {
                    waiting.remove(id);
                }
                return last;
            } catch (RuntimeException failure) {
                return withoutBooks(failure);
            }
        }

        private int withoutBooks(RuntimeException failure) {
            LOG.debug("a line cannot be read; trying again", failure);
            var now = System.nanoTime();
            if (lostAt == 0) {
                lostAt = now;
            }
            taken = now - lostAt > WITHOUT_BOOKS_NANOS;
            return taken ? 0 : last;
        }

        private int look(Handle handle) {
            lock(handle);
            leaveOverdue(handle);
            handle.createUpdate("""
                    delete from model_turn where place = :place and node not in (select id from node)""")
                    .bind("place", place).execute();
            var line = line(handle);
            if (line.stream().noneMatch(row -> row.ticket().equals(id))) {
                enter(handle);
                line = line(handle);
            }
            if (line.contains(new Row(id, true))) { // whose commit was not confirmed to us
                beside = (int) line.stream().filter(Row::taken).count() - 1;
                taken = true;
                return 0;
            }
            var answered = (int) line.stream().filter(Row::taken).count();
            var earlier = (int) line.stream().filter(row -> !row.taken()).takeWhile(row -> !row.ticket().equals(id))
                    .count();
            var before = earlier + answered - atOnce + 1;
            if (before > 0) {
                return before;
            }
            handle.createUpdate("update model_turn set taken = 1 where ticket = :id").bind("id", id).execute();
            beside = answered;
            taken = true;
            return 0;
        }

        /// Nobody else's turn comes meanwhile.
        private void lock(Handle handle) {
            handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:place))) locked")
                    .bind("place", "turn " + place).mapTo(Integer.class).one();
        }

        private List<Row> line(Handle handle) {
            return handle.createQuery("select ticket, taken from model_turn where place = :place order by due, id")
                    .bind("place", place)
                    .map((row, _) -> new Row(row.getString("ticket"), row.getInt("taken") == 1)).list();
        }

        /// By the clock of the database, as those of the nodes may differ.
        private void enter(Handle handle) {
            handle.createUpdate("""
                    insert into model_turn (ticket, place, node, due, taken)
                    values (:id, :place, :node, (extract(epoch from clock_timestamp()) * 1000)::bigint - :ahead, 0)""")
                    .bind("id", id).bind("place", place).bind("node", node).bind("ahead", ahead).execute();
        }

        @Override
        public int beside() {
            return beside;
        }

        @Override
        public void close() {
            waiting.remove(id);
            unreturned.add(id);
            try {
                database.write(handle -> {
                    leaveOverdue(handle);
                    return true;
                });
                wakes.wake(Wakes.Matter.TURNS);
            } catch (RuntimeException failure) {
                LOG.debug("a place is given back later", failure);
            }
        }
    }

    private void leaveOverdue(Handle handle) {
        var gone = new ArrayList<>(unreturned);
        if (!gone.isEmpty()) {
            handle.createUpdate("delete from model_turn where ticket in (<ids>)").bindList("ids", gone).execute();
            database.afterCommit(() -> gone.forEach(unreturned::remove));
        }
    }
}
