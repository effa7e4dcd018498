package atelier.store;

import static org.awaitility.Awaitility.await;

import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Limits;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.engine.node.Membership;
import atelier.engine.node.SharedDoor;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A process of which only the news between nodes are real: its door answers at once.
final class NewsNode implements AutoCloseable {
    private static final ReplyAddress ADDRESS = ReplyAddress.in(new Chat(Platform.TELEGRAM, "42", true));

    private final Database database;
    private final PostgresWakes wakes;
    private final Membership membership;
    private final JdbiRelay relay;
    private final SchedulerJobQueue queue;
    private SharedDoor door;

    NewsNode(String url, String name) throws InterruptedException {
        database = Database.postgres(url);
        wakes = new PostgresWakes(database, name);
        membership = new Membership(new JdbiNodes(database), database, name, false);
        relay = new JdbiRelay(database, Clock.systemUTC(), wakes);
        queue = new SchedulerJobQueue(database, Clock.systemUTC(), name, 4, Duration.ofSeconds(1), wakes);
        membership.start(() -> {});
        wakes.start();
        wakes.awaitListening(Duration.ofSeconds(20));
        door = SharedDoor.connecting(Instantly::new, false, membership, relay, wakes);
        door.start(_ -> {});
    }

    /// Takes the door.
    void holds() {
        door.close();
        door = SharedDoor.connecting(Instantly::new, true, membership, relay, wakes);
        door.start(_ -> {});
        await().atMost(Duration.ofSeconds(30)).until(() -> door.sends() && membership.hasOthers());
    }

    /// As people come, not one right behind the other.
    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(400));
    }

    long[] signs(int times) throws InterruptedException {
        var nanos = new long[times];
        for (var time = 0; time < times; time++) {
            pause();
            var began = System.nanoTime();
            door.open(ADDRESS, "On it", List.of());
            nanos[time] = System.nanoTime() - began;
        }
        return nanos;
    }

    /// Where each of many first signs asked for at once stands.
    List<ReplyAddress> signsAtOnce(int many) throws InterruptedException {
        var opened = new ConcurrentLinkedQueue<ReplyAddress>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one = 0; one < many; one++) {
                threads.execute(() -> {
                    opened.add(door.open(ADDRESS, "On it", List.of()));
                    door.progress(ADDRESS.owning("1"), "more", List.of());
                });
            }
        }
        return List.copyOf(opened);
    }

    /// How long jobs that the other one submits wait for this one.
    long[] jobsOf(NewsNode other, int times) throws InterruptedException {
        var begun = new SynchronousQueue<String>();
        queue.start(job -> {
            try {
                begun.put(job);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        var nanos = new long[times];
        for (var time = 0; time < times; time++) {
            pause();
            var id = "n" + time;
            var began = System.nanoTime();
            other.database.inTransaction(() -> {
                other.queue.submit(id, 1);
                return true;
            });
            begun.take();
            nanos[time] = System.nanoTime() - began;
        }
        return nanos;
    }

    @Override
    public void close() {
        door.close();
        queue.close();
        wakes.close();
        membership.close();
        database.close();
    }

    /// A platform that takes no time.
    private static final class Instantly implements ChatAdapter {
        @Override
        public Platform platform() {
            return Platform.TELEGRAM;
        }

        @Override
        public void start(Receiver receiver) {}

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public Limits limits(ReplyAddress address) {
            return new Limits(4096, Limits.TextUnit.UTF16, 10, 1, 1, false);
        }

        @Override
        public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
            return address.owning("1");
        }

        @Override
        public void progress(ReplyAddress address, String text, List<Button> buttons) {}

        @Override
        public Delivery deliver(Outgoing outgoing) {
            return new Delivery.Delivered("1");
        }

        @Override
        public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
            return true;
        }

        @Override
        public void notice(ButtonPress press, String text) {}

        @Override
        public InputStream fetch(Attachment attachment) {
            return InputStream.nullInputStream();
        }

        @Override
        public void pause() {}

        @Override
        public void close() {}
    }
}
