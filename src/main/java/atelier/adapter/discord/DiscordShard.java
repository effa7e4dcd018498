package atelier.adapter.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session with Discord: made, kept and, when Discord says it never will be, given up with a sentence that says what to do.
final class DiscordShard extends ListenerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordShard.class);
    private static final String WRONG_TOKEN = "Discord does not know this token. Copy it again from the developer portal into discord.token.";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /// JDA waits in these for a word of Discord's, and would for ever: they last a second or two.
    private static final Set<JDA.Status> BRIEF = EnumSet.of(JDA.Status.CONNECTING_TO_WEBSOCKET,
            JDA.Status.IDENTIFYING_SESSION, JDA.Status.AWAITING_LOGIN_CONFIRMATION);
    private static final Duration LONGEST_BRIEF = Duration.ofMinutes(1);

    private final String name;
    private final Supplier<JDABuilder> sessions;
    private final Consumer<JDA> ready;
    private final InstantSource clock;
    private volatile Instant changed;
    private volatile @Nullable JDA jda;
    private volatile @Nullable Thread connecting;
    private volatile boolean closed;
    private volatile boolean isLost;
    private volatile String problem = "connecting to Discord";

    /// @param name     for the log; empty where there is one alone
    /// @param sessions begins to make a session
    /// @param ready    told of each that stands
    DiscordShard(String name, Supplier<JDABuilder> sessions, Consumer<JDA> ready, InstantSource clock) {
        this.name = name;
        this.sessions = sessions;
        this.ready = ready;
        this.clock = clock;
        this.changed = clock.instant();
    }

    /// Null while there is none.
    @Nullable
    JDA session() {
        return jda;
    }

    boolean isConnected() {
        var session = jda;
        return session != null && session.getStatus() == JDA.Status.CONNECTED;
    }

    /// Whether Discord wants the bot's events divided otherwise.
    boolean isLost() {
        return isLost;
    }

    /// Empty when nothing is wrong.
    String problem() {
        return problem;
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
    void start() {
        connecting = Thread.ofVirtual().name("discord-connect").start(this::connect);
    }

    private void connect() {
        var pause = Duration.ofSeconds(1);
        while (!closed) {
            try {
                opened(sessions.get().addEventListeners(this).build());
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

    /// Begins anew where Discord took the connection and has said nothing since.
    void mend() {
        var session = jda;
        if (session != null && BRIEF.contains(session.getStatus())
                && changed.plus(LONGEST_BRIEF).isBefore(clock.instant())) {
            LOG.warn("Discord took the connection{} and says nothing ({}); connecting anew", name, session.getStatus());
            begin(session);
        }
    }

    private synchronized void begin(JDA stuck) {
        stuck.shutdownNow();
        if (!closed) {
            jda = null;
            changed = clock.instant();
            start();
        }
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        changed = clock.instant();
    }

    @Override
    public void onReady(ReadyEvent event) {
        problem = "";
        LOG.info("Connected to Discord as {}{}", event.getJDA().getSelfUser().getName(), name);
        ready.accept(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        switch (event.getCode()) {
            case 4004 ->
                give(WRONG_TOKEN);
            case 4013, 4014 ->
                give("Discord refuses the events asked for. Look at the bot's intents in the developer portal.");
            case 4010, 4011 -> {
                isLost = true;
                give("Discord wants this bot's events in more shards. Set discord.shards to auto, or to a higher number.");
            }
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
    }
}
