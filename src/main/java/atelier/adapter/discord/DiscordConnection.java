package atelier.adapter.discord;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's part of the bot's connection to Discord: a session for each shard whose lease it holds. Needs no privileged
/// intent.
final class DiscordConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final EnumSet<GatewayIntent> INTENTS = EnumSet.of(GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.DIRECT_MESSAGES);
    private static final long LOOK_MS = 1000;
    /// JDA would come back up to a quarter of an hour after Discord does.
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final DiscordSettings settings;
    private final InstantSource clock;
    private final OkHttpClient client;
    /// Never shut down: what is being stored or sent when the session ends runs to its own end.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DiscordCommands commands;
    private final ShardShare share;
    private final Sessions controller;
    private final Map<Integer, DiscordShard> mine = new ConcurrentSkipListMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String problem = "not started";

    DiscordConnection(DiscordSettings settings, DiscordCommands commands, Pacing pacing, ShardLeases leases,
            InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.commands = commands;
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
        client = new OkHttpClient.Builder().connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                .connectTimeout(settings.timeout()).readTimeout(settings.timeout()).writeTimeout(settings.timeout())
                .addInterceptor(pacing).build();
        share = new ShardShare(leases, () -> ShardPlan.ask(client, settings));
        controller = new Sessions(settings);
    }

    OkHttpClient client() {
        return client;
    }

    /// Any of them: calls go the same way from each.
    ///
    /// @throws RejectedExecutionException while there is none
    JDA session() {
        JDA any = null;
        for (var shard : mine.values()) {
            var session = shard.session();
            if (session != null && shard.isConnected()) {
                return session;
            }
            any = session == null ? any : session;
        }
        if (any == null) {
            throw new RejectedExecutionException("not connected to Discord");
        }
        return any;
    }

    /// Whether calls can be made from here at all, or are for other processes to make.
    boolean canSend() {
        return share.isAlone() || mine.values().stream().anyMatch(DiscordShard::isConnected);
    }

    /// Whether all shards are somebody's, and those held here are connected.
    boolean isConnected() {
        return share.isWhole() && (!share.isAlone() || mine.size() == share.total())
                && mine.values().stream().allMatch(DiscordShard::isConnected);
    }

    String status() {
        if (mine.isEmpty()) {
            return problem.isEmpty() && share.isWhole() ? "other nodes are connected" : problem;
        }
        var worst = mine.values().stream().filter(shard -> !shard.isConnected()).findFirst()
                .orElseGet(() -> mine.values().iterator().next());
        return share.total() <= 1 ? worst.status() : worst.status() + ", " + share.words(mine.keySet());
    }

    /// Connects in the background, and takes over what others leave.
    void start(DiscordEvents listener) {
        problem = "connecting to Discord";
        Thread.ofVirtual().name("discord-shards").start(() -> keep(listener));
    }

    private void keep(DiscordEvents listener) {
        try {
            do {
                look(listener);
            } while (!closed.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(DiscordEvents listener) {
        try {
            if (mine.values().stream().anyMatch(DiscordShard::isLost) && settings.shards() == 0) {
                mine.keySet().forEach(this::drop);
                share.asksAgain();
            }
            mine.values().forEach(DiscordShard::mend);
            share.look(mine.keySet());
            mine.keySet().stream().filter(share::hasLost).forEach(this::drop);
            for (var next = share.next(mine.keySet()); next.isPresent(); next = share.next(mine.keySet())) {
                open(next.getAsInt(), listener);
            }
            problem = mine.isEmpty() ? "connecting to Discord" : "";
        } catch (IOException unreachable) {
            problem = "Discord cannot be reached (" + unreachable.getClass().getSimpleName() + "); trying again";
            LOG.warn(problem);
        } catch (RuntimeException failed) {
            LOG.warn("Who is connected to Discord is looked at again later: {}", failed.toString());
        }
    }

    private void drop(int shard) {
        var lost = mine.remove(shard);
        if (lost != null) {
            LOG.warn("Shard {} of the connection to Discord is let go", shard);
            lost.close();
            share.release(shard);
        }
    }

    private synchronized void open(int shard, DiscordEvents listener) {
        if (closed.getCount() == 0) {
            share.release(shard);
            return;
        }
        var total = share.total();
        controller.setConcurrency(share.concurrency());
        var session = new DiscordShard(total == 1 ? "" : ", shard " + shard + " of " + total,
                () -> builder(listener, shard, total), jda -> {
                    if (shard == 0) {
                        commands.register(jda);
                    }
                }, clock);
        mine.put(shard, session);
        session.start();
    }

    private JDABuilder builder(DiscordEvents listener, int shard, int total) {
        var rest = new RestConfig();
        var base = settings.baseUrl();
        if (base != null) {
            rest.setBaseUrl(base);
        }
        var builder = JDABuilder.createLight(settings.token(), INTENTS).setRestConfig(rest)
                .setSessionController(controller).setHttpClient(client)
                .setCompression(base == null ? Compression.ZLIB : Compression.NONE).setRequestTimeoutRetry(false)
                .setMaxReconnectDelay(LONGEST_PAUSE_SECONDS).setEnableShutdownHook(false).setEventPool(threads, false)
                .setCallbackPool(threads, false)
                .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true).addEventListeners(listener);
        return total == 1 ? builder : builder.useSharding(shard, total);
    }

    /// Keeps the pace of identifying within this process, and knows where the gateway is.
    private static final class Sessions extends ConcurrentSessionController {
        private final DiscordSettings settings;

        Sessions(DiscordSettings settings) {
            this.settings = settings;
        }

        @Override
        public String getGateway() {
            var address = settings.gatewayUrl();
            return address == null ? super.getGateway() : address.toString();
        }
    }

    /// Lets other processes take over, if there are any; until [#close] events still come here as well.
    ///
    /// @return whether there are any
    boolean handsOver() {
        return share.handsOver(mine.keySet());
    }

    @Override
    public void close() {
        share.awaitHandedOver();
        synchronized (this) {
            closed.countDown();
        }
        mine.keySet().forEach(share::release);
        mine.values().forEach(DiscordShard::close);
        share.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
