package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Hashes;
import atelier.chat.Incoming;
import atelier.chat.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several processes that share one bot, each with a part of its events.
class DiscordShardsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DiscordDoor door = new DiscordDoor();
    private final Leases leases = new Leases();
    private final List<Node> nodes = new ArrayList<>();

    DiscordShardsTest() throws IOException {}

    @AfterEach
    void close() {
        nodes.forEach(node -> node.adapter.close());
        door.close();
    }

    /// What the processes' database says of who holds what.
    private static final class Leases {
        private final Map<String, String> holders = new HashMap<>();
        private final Set<String> alive = new HashSet<>();

        synchronized boolean take(String lease, String node) {
            var holder = holders.get(lease);
            var isMine = alive.contains(node) && (holder == null || holder.equals(node) || !alive.contains(holder));
            if (isMine) {
                holders.put(lease, node);
            }
            return isMine;
        }

        synchronized void release(String lease, String node) {
            holders.remove(lease, node);
        }

        synchronized Set<String> held(String beginning) {
            return holders.entrySet().stream()
                    .filter(held -> held.getKey().startsWith(beginning) && alive.contains(held.getValue()))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
        }

        synchronized void lives(String node) {
            alive.add(node);
        }

        synchronized void dies(String node) {
            alive.remove(node);
        }

        synchronized int alive() {
            return alive.size();
        }

        ShardLeases of(String node) {
            return new ShardLeases() {
                @Override
                public String me() {
                    return node;
                }

                @Override
                public boolean hasOthers() {
                    return alive() > 1;
                }

                @Override
                public Set<String> held(String beginning) {
                    return Leases.this.held(beginning);
                }

                @Override
                public boolean take(String lease) {
                    return Leases.this.take(lease, node);
                }

                @Override
                public void release(String lease) {
                    Leases.this.release(lease, node);
                }
            };
        }
    }

    /// One process.
    private final class Node {
        private final List<Incoming> heard = new CopyOnWriteArrayList<>();
        private final DiscordAdapter adapter;

        Node(String name, int shards) {
            leases.lives(name);
            var settings = new DiscordSettings(door.discord.token(), URI.create(door.discord.apiUrl()),
                    URI.create(door.discord.gatewayUrl()), shards, Duration.ofSeconds(5));
            adapter = new DiscordAdapter(settings, List.of(), List.of(), Suggestions.none(), new Hashes(),
                    leases.of(name), door.discord.clock());
            adapter.start(heard::addAll);
            nodes.add(this);
        }

        List<String> words() {
            return heard.stream().map(event -> ((Message) event).text()).toList();
        }
    }

    private void connected(int shards) {
        await().atMost(PATIENCE).until(() -> door.discord.shards.identified().size() >= shards
                && nodes.stream().allMatch(node -> node.adapter.isConnected()));
    }

    private List<String> everything() {
        return nodes.stream().flatMap(node -> node.words().stream()).toList();
    }

    @Test
    void nodesThatStartTogetherTakeEvenPartsAndEverythingIsHeardOnce() {
        door.discord.shards.recommends(4, 4);
        new Node("one", 0);
        new Node("two", 0);
        connected(4);

        assertThat(door.discord.shards.identified()).containsExactlyInAnyOrder("0 of 4", "1 of 4", "2 of 4", "3 of 4");
        assertThat(nodes).allSatisfy(node -> assertThat(node.adapter.status()).contains("of 4"));
        door.discord.says("ada", "in private");
        door.discord.mentions("bob", "in the guild");
        await().atMost(PATIENCE).until(() -> everything().size() == 2);
        assertThat(everything()).containsExactlyInAnyOrder("in private", "in the guild");
        assertThat(leases.held("DISCORD shard ")).hasSize(4);
    }

    @Test
    void theShardsOfADeadNodeAreTakenOver() {
        door.discord.shards.recommends(2, 2);
        new Node("one", 0);
        new Node("two", 0);
        connected(2);
        assertThat(nodes).allSatisfy(node -> assertThat(node.adapter.status()).contains("shards"));

        leases.dies("one");

        await().atMost(PATIENCE).until(() -> door.discord.shards.identified().size() == 3
                && nodes.getLast().adapter.isConnected());
        await().atMost(PATIENCE).until(() -> !nodes.getFirst().adapter.sends());
        door.discord.says("ada", "in private");
        door.discord.mentions("bob", "in the guild");
        await().atMost(PATIENCE).until(() -> nodes.getLast().heard.size() == 2);
        assertThat(nodes.getFirst().heard).as("a node that lost touch hears nothing any more").isEmpty();
    }

    @Test
    void noMoreIdentifyAtOnceThanDiscordAllowsOverAllNodes() {
        door.discord.shards.recommends(2, 1);
        new Node("one", 0);
        new Node("two", 0);
        connected(2);

        assertThat(door.discord.shards.tooSoon()).isZero();
        assertThat(door.discord.shards.identified()).containsExactlyInAnyOrder("0 of 2", "1 of 2");
    }

    @Test
    void whoComesLaterKeepsToTheNumberOfThoseWhoAreThere() {
        door.discord.shards.recommends(1, 4);
        new Node("one", 2);
        connected(2);
        new Node("two", 4);
        await().atMost(PATIENCE).until(() -> nodes.getLast().adapter.isConnected());

        leases.dies("one");

        connected(4);
        assertThat(door.discord.shards.identified()).containsOnly("0 of 2", "1 of 2");
    }

    @Test
    void aNodeThatStopsHearsUntilAnotherHasTakenOver() {
        door.discord.shards.recommends(1, 4);
        new Node("one", 0);
        connected(1);
        new Node("two", 0);
        await().atMost(PATIENCE).until(() -> leases.held("DISCORD gateway ").size() == 2);

        nodes.getFirst().adapter.pause();
        door.discord.says("ada", "just now");
        await().atMost(PATIENCE).until(() -> everything().contains("just now"));
        nodes.getFirst().adapter.close();

        await().atMost(PATIENCE).until(() -> nodes.getLast().adapter.sends());
        door.discord.says("ada", "a little later");
        await().atMost(PATIENCE).until(() -> nodes.getLast().words().contains("a little later"));
    }
}
