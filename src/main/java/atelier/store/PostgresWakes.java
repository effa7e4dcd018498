package atelier.store;

import atelier.engine.port.Wakes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// News between nodes by PostgreSQL's `LISTEN` and `NOTIFY`: one connection a node to listen, and at most ten notifications a second
/// from each, with all that is new in one. They go out behind the transactions they speak of and never inside, since a commit that
/// notifies locks out all others.
///
/// Whatever is lost while the database cannot be reached is made up for by those who wait: each looks by itself now and then.
public final class PostgresWakes implements Wakes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWakes.class);
    private static final String CHANNEL = "atelier_news";
    /// Least time from one notification to the next.
    static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LISTENS_MS = 10_000;
    private static final long AGAIN_MS = 1000;

    private final Database database;
    private final String node;
    private final Map<Matter, List<Runnable>> actions = new EnumMap<>(Matter.class);
    private final Set<Matter> untold = EnumSet.noneOf(Matter.class);
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch listens = new CountDownLatch(1);
    private volatile @Nullable Connection listening;

    /// @param node name of this process among those that share the database
    public PostgresWakes(Database database, String node) {
        this.database = database;
        this.node = node;
        for (var matter : Matter.values()) {
            actions.put(matter, new CopyOnWriteArrayList<>());
        }
    }

    /// Begins to listen and to tell, on threads of its own.
    public void start() {
        Thread.ofPlatform().daemon().name("news in").start(this::listen);
        Thread.ofVirtual().name("news out").start(this::tell);
    }

    /// Waits until it is heard what others tell.
    boolean awaitListening(Duration atMost) throws InterruptedException {
        return listens.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void on(Matter matter, Runnable action) {
        of(matter).add(action);
    }

    @Override
    public void wake(Matter matter) {
        database.afterCommit(() -> {
            run(matter);
            synchronized (untold) {
                untold.add(matter);
            }
            news.release();
        });
    }

    private List<Runnable> of(Matter matter) {
        return actions.getOrDefault(matter, List.of());
    }

    private void run(Matter matter) {
        for (var action : of(matter)) {
            try {
                action.run();
            } catch (RuntimeException failure) {
                LOG.warn("news of {} met a fault where it was told", matter, failure); // what told it has nothing to do with that
            }
        }
    }

    private void tell() {
        try {
            while (closed.getCount() > 0) {
                news.acquire();
                news.drainPermits();
                var matters = taken();
                if (!matters.isEmpty() && closed.getCount() > 0) {
                    tell(matters);
                    closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Matter> taken() {
        synchronized (untold) {
            var matters = Set.copyOf(untold);
            untold.clear();
            return matters;
        }
    }

    private void tell(Set<Matter> matters) {
        var words = matters.stream().map(Matter::name).collect(Collectors.joining(",", node + " ", ""));
        try {
            database.write(handle -> handle.createQuery("select 1 from (select pg_notify(:channel, :words)) told")
                    .bind("channel", CHANNEL).bind("words", words).mapTo(Integer.class).one());
        } catch (RuntimeException failure) {
            LOG.debug("news could not be told; the others will look", failure);
        }
    }

    private void listen() {
        while (closed.getCount() > 0) {
            try (var connection = DriverManager.getConnection(database.url())) {
                listening = connection;
                listen(connection);
            } catch (SQLException failure) {
                if (closed.getCount() > 0) {
                    LOG.debug("news cannot be heard; trying again", failure);
                }
            }
            rest();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        for (var matter : Matter.values()) {
            run(matter); // something may have been missed
        }
        listens.countDown();
        while (closed.getCount() > 0) {
            var told = postgres.getNotifications(LISTENS_MS);
            if (told != null) {
                Arrays.stream(told).map(one -> one.getParameter().split(" ", 2))
                        .filter(words -> words.length == 2 && !words[0].equals(node))
                        .flatMap(words -> Arrays.stream(words[1].split(","))).distinct().forEach(this::hear);
            }
        }
    }

    private void hear(String name) {
        for (var matter : Matter.values()) {
            if (matter.name().equals(name)) {
                run(matter);
            }
        }
    }

    private void rest() {
        try {
            closed.await(AGAIN_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        news.release();
        var connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException failure) {
                LOG.debug("a connection was gone already", failure);
            }
        }
    }
}
