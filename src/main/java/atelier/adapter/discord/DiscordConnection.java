package atelier.adapter.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one session with Discord: made, kept and, when Discord says it never will be, given up with a sentence that says
/// what to do. Needs no privileged intent.
final class DiscordConnection extends ListenerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final EnumSet<GatewayIntent> INTENTS = EnumSet.of(GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.DIRECT_MESSAGES);
    private static final String WRONG_TOKEN = "Discord does not know this token. Copy it again from the developer portal into discord.token.";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final DiscordSettings settings;
    private final OkHttpClient client;
    /// Never shut down: what is being stored or sent when the session ends runs to its own end.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DiscordCommands commands;
    private volatile @Nullable JDA jda;
    private volatile @Nullable Thread connecting;
    private volatile boolean closed;
    private volatile String problem = "not started";

    DiscordConnection(DiscordSettings settings, DiscordCommands commands, Pacing pacing) {
        this.settings = settings;
        this.commands = commands;
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
        client = new OkHttpClient.Builder().connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                .connectTimeout(settings.timeout()).readTimeout(settings.timeout()).writeTimeout(settings.timeout())
                .addInterceptor(pacing).build();
    }

    OkHttpClient client() {
        return client;
    }

    /// @throws RejectedExecutionException while there is none
    JDA session() {
        var session = jda;
        if (session == null) {
            throw new RejectedExecutionException("not connected to Discord");
        }
        return session;
    }

    boolean isConnected() {
        var session = jda;
        return session != null && session.getStatus() == JDA.Status.CONNECTED;
    }

    String status() {
        var session = jda;
        if (session == null || !problem.isEmpty()) {
            return problem;
        }
        return switch (session.getStatus()) {
            case CONNECTED -> "connected as " + session.getSelfUser().getName();
            case SHUTTING_DOWN, SHUTDOWN -> "closed";
            default -> "connecting to Discord";
        };
    }

    /// Connects in the background, again and again while Discord cannot be reached.
    void start(DiscordEvents listener) {
        problem = "connecting to Discord";
        connecting = Thread.ofVirtual().name("discord-connect").start(() -> connect(listener));
    }

    private void connect(DiscordEvents listener) {
        var pause = Duration.ofSeconds(1);
        while (!closed) {
            try {
                opened(build(listener));
                return;
            } catch (InvalidTokenException | IllegalArgumentException wrong) {
                give(WRONG_TOKEN);
                return;
            } catch (RuntimeException unreachable) {
                problem = "Discord cannot be reached (" + Outcome.words(unreachable) + "); trying again";
                LOG.warn(problem);
            }
            if (!slept(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private synchronized void opened(JDA session) {
        if (closed) {
            session.shutdownNow();
        } else {
            jda = session;
        }
    }

    private JDA build(DiscordEvents listener) {
        var rest = new RestConfig();
        var base = settings.baseUrl();
        if (base != null) {
            rest.setBaseUrl(base);
        }
        return JDABuilder.createLight(settings.token(), INTENTS).setRestConfig(rest).setSessionController(gateway())
                .setHttpClient(client).setCompression(base == null ? Compression.ZLIB : Compression.NONE)
                .setRequestTimeoutRetry(false).setEnableShutdownHook(false).setEventPool(threads, false)
                .setCallbackPool(threads, false)
                .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
                .addEventListeners(this, listener).build();
    }

    private SessionControllerAdapter gateway() {
        var address = settings.gatewayUrl();
        return new SessionControllerAdapter() {
            @Override
            public String getGateway() {
                return address == null ? super.getGateway() : address.toString();
            }
        };
    }

    @Override
    public void onReady(ReadyEvent event) {
        problem = "";
        LOG.info("Connected to Discord as {}", event.getJDA().getSelfUser().getName());
        commands.register(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        switch (event.getCode()) {
            case 4004 ->
                give(WRONG_TOKEN);
            case 4013, 4014 ->
                give("Discord refuses the events asked for. Look at the bot's intents in the developer portal.");
            case 4010, 4011 -> give("Discord wants this bot in several shards, which this version does not do.");
            case 4012 -> give("Discord no longer speaks this version of its protocol. Update Atelier.");
            default -> LOG.debug("Session closed with {}", event.getCode());
        }
    }

    private void give(String sentence) {
        problem = sentence;
        LOG.error(sentence);
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException ending) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var thread = connecting;
        if (thread != null) {
            thread.interrupt();
        }
        var session = jda;
        if (session != null) {
            session.shutdownNow();
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
