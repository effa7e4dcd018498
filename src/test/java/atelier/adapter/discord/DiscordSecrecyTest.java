package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.chat.Incoming;
import atelier.chat.Outgoing;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What the operator is told, and what nobody is told.
class DiscordSecrecyTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = root.getLevel();
    private final DiscordDoor door = new DiscordDoor();
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
        }
    };

    DiscordSecrecyTest() throws IOException {}

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        everything.setContext(root.getLoggerContext());
        everything.start();
        root.addAppender(everything);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(everything);
        root.setLevel(before);
        door.close();
    }

    @Test
    void noTokenIsEverLogged() {
        var received = new CopyOnWriteArrayList<Incoming>();
        var failures = List.of(new Door.Fault.ServerError(), new Door.Fault.SlowDown(Duration.ofSeconds(1)),
                new Door.Fault.SlowDown(Duration.ofSeconds(1)), new Door.Fault.SentButSilent(),
                new Door.Fault.MessageGone());
        try (var adapter = door.adapter(DiscordDoor.COMMANDS)) {
            adapter.start(received::addAll);
            await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
            door.commands("ada", "melody", "calm");
            await().until(() -> !received.isEmpty());
            var address = adapter.open(received.getFirst().replyAt(), "Composing…", List.of());
            for (var fault : failures) {
                door.failNext(fault);
                lines.add(adapter.deliver(new Outgoing("d", address, true, "All", List.of(), List.of())).toString());
            }
            door.discord.dropConnections(4000);
            await().atMost(Duration.ofSeconds(20)).until(() -> door.discord.resumed() == 1);
        }

        assertThat(lines).hasSizeGreaterThan(5);
        for (var secret : door.discord.secrets()) {
            assertThat(lines).noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void aWrongTokenIsSaidOnceAndNotTriedAgain() {
        try (var adapter = door.adapter(DiscordDoor.COMMANDS, "wrong.token.value")) {
            adapter.start(events -> {});

            await().until(() -> adapter.status().startsWith("Discord does not know this token."));
            assertThat(adapter.isConnected()).isFalse();
            assertThat(door.discord.identified()).isZero();
            assertThat(lines).noneMatch(line -> line.contains("wrong.token.value"));
        }
    }

    @Test
    void aTokenTheGatewayRefusesIsSaidOnceAndNotTriedAgain() {
        door.discord.refuseIdentify(4004);
        try (var adapter = door.adapter(DiscordDoor.COMMANDS)) {
            adapter.start(events -> {});

            await().until(() -> adapter.status().startsWith("Discord does not know this token."));
            assertThat(door.discord.identified()).isEqualTo(1);
        }
    }

    @Test
    void refusedIntentsAreSaidWithTheRemedy() {
        door.discord.refuseIdentify(4014);
        try (var adapter = door.adapter(DiscordDoor.COMMANDS)) {
            adapter.start(events -> {});

            await().until(() -> adapter.status().contains("intents in the developer portal"));
        }
    }
}
