package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.chat.Attachment;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.UserFacingException;
import atelier.standin.TelegramStandIn;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class TelegramPollingTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final List<Incoming> stored = new CopyOnWriteArrayList<>();
    private final List<TelegramAdapter> opened = new ArrayList<>();
    private final Hashes hashes = new Hashes();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level level = ROOT.getLevel();
    private TelegramStandIn telegram;

    @BeforeEach
    void open() throws IOException {
        telegram = new TelegramStandIn();
    }

    @AfterEach
    void close() {
        opened.forEach(TelegramAdapter::close);
        telegram.close();
        ROOT.setLevel(level);
        ROOT.detachAppender(log);
    }

    @Test
    void nothingIsConfirmedBeforeItIsStored() throws InterruptedException {
        var inReceiver = new CountDownLatch(1);
        var mayStore = new CountDownLatch(1);
        started(events -> {
            inReceiver.countDown();
            hold(mayStore);
            stored.addAll(events);
        });

        telegram.says("ada", "precious");
        inReceiver.await();
        assertThat(telegram.confirmed()).isLessThan(1);

        mayStore.countDown();
        await().until(() -> telegram.confirmed() > 0);
        assertThat(stored).hasSize(1);
    }

    @Test
    void aBotThatDiedBeforeStoringGetsTheMessageAgain() {
        var refusals = new AtomicInteger();
        var dying = started(events -> {
            refusals.incrementAndGet();
            throw new IllegalStateException("dying");
        });
        telegram.says("ada", "precious");
        await().until(() -> refusals.get() > 0);
        assertThat(dying.isConnected()).isFalse();
        assertThat(dying.status()).contains("cannot be stored");
        dying.close();

        started(stored::addAll);

        await().until(() -> stored.size() == 1);
        assertThat(((Message) stored.getFirst()).text()).isEqualTo("precious");
    }

    @Test
    void aStackThatOverflowsEndsNoPolling() {
        var depths = new AtomicInteger();
        started(events -> {
            if (depths.incrementAndGet() == 1) {
                throw new StackOverflowError("too deep");
            }
            stored.addAll(events);
        });

        telegram.says("ada", "precious");

        await().until(() -> stored.size() == 1);
        telegram.says("ada", "another");
        await().until(() -> stored.size() == 2);
    }

    @Test
    void aPoisonedUpdateIsSkippedAlone() {
        var poison = telegram.inPrivate("ada").put("text", "poison");
        poison.set("chat", JsonNodeFactory.instance.objectNode());
        telegram.says("ada", "before");
        telegram.receives(poison);
        telegram.says("ada", "after");
        listening();

        started(stored::addAll);

        await().until(() -> stored.size() == 2);
        assertThat(stored).extracting(event -> ((Message) event).text()).containsExactly("before", "after");
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("700002") && line.contains("skipped"));
    }

    @Test
    void aSecondPollerIsReportedAndSurvived() {
        var adapter = started(stored::addAll);
        telegram.refuseNextPoll(409, "Conflict: terminated by other getUpdates request", 0);
        telegram.refuseNextPoll(409, "Conflict: terminated by other getUpdates request", 0);
        telegram.refuseNextPoll(409, "Conflict: terminated by other getUpdates request", 0);
        telegram.says("ada", "wake up");

        await().until(() -> adapter.status().contains("another process polls"));
        await().until(() -> adapter.isConnected() && stored.size() == 1);
    }

    @Test
    void twoBotsWithOneTokenNeverLoseAMessage() {
        started(stored::addAll);
        started(stored::addAll);

        for (var message = 0; message < 5; message++) {
            telegram.says("ada", "message " + message);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> stored.stream().map(Incoming::eventId).distinct()
                .count() == 5);
    }

    @Test
    void anEndedBotLeavesItsPollAtOnce() {
        var adapter = started(stored::addAll);
        await().until(() -> telegram.calls("getupdates").size() >= 1);

        adapter.close();

        assertThat(adapter.isConnected()).isFalse();
        var polls = telegram.calls("getupdates").size();
        telegram.says("ada", "too late");
        assertThat(telegram.confirmed()).isLessThan(1);
        assertThat(telegram.calls("getupdates").size()).isLessThanOrEqualTo(polls + 1);
    }

    @Test
    void aPausedBotStillDelivers() {
        var adapter = started(stored::addAll);
        telegram.says("ada", "hello");
        await().until(() -> !stored.isEmpty());
        adapter.pause();

        adapter.open(stored.getFirst().replyAt(), "Still here", List.of());

        assertThat(telegram.seenBy("ada")).extracting(Door.Seen::text).containsExactly("Still here");
        telegram.says("ada", "too late");
        assertThat(stored).hasSize(1);
    }

    @Test
    void theMenuIsSetOnceAndAgainOnlyWhenItChanged() {
        started(stored::addAll, new BotCommand("code", "Write code", Map.of("pt", "Escrever")));
        started(stored::addAll, new BotCommand("code", "Write code", Map.of("pt", "Escrever")));
        assertThat(telegram.calls("setmycommands")).hasSize(2);
        assertThat(String.valueOf(telegram.commands().get("pt"))).contains("Escrever");
        assertThat(String.valueOf(telegram.commands().get(""))).contains("Write code");

        started(stored::addAll, new BotCommand("code", "Write more code"));
        assertThat(telegram.calls("setmycommands")).hasSize(3);
    }

    @Test
    void menusOfGroupsLeaveOutOnesOwnMatters() {
        started(stored::addAll, new BotCommand("code", "Write code", Map.of("de", "Code schreiben")),
                new BotCommand("quota", "What is left", Map.of("de", "Was übrig ist"), true));
        assertThat(telegram.calls("setmycommands")).hasSize(4);
        var inGroups = telegram.calls("setmycommands").stream().map(String::valueOf)
                .filter(call -> call.contains("all_group_chats")).toList();
        assertThat(inGroups).hasSize(2).allSatisfy(call -> assertThat(call).contains("code").doesNotContain("quota"))
                .anySatisfy(call -> assertThat(call).contains("Code schreiben"));
    }

    @Test
    void aPressNobodyAnswersStopsSpinning() {
        var adapter = started(stored::addAll);
        telegram.says("ada", "hello");
        await().until(() -> !stored.isEmpty());
        adapter.open(stored.getFirst().replyAt(), "Here", List.of(new atelier.chat.Button("id1", "Go",
                atelier.chat.Button.Style.PRIMARY)));

        telegram.presses("ada", "Go");

        await().until(() -> telegram.noticesTo("ada").equals(List.of("")));
    }

    @Test
    void noTroubleShowsTheTokenInTheLog() throws IOException {
        listening();
        var adapter = started(stored::addAll);
        telegram.says("ada", "hello");
        await().until(() -> !stored.isEmpty());
        telegram.refuseNextPoll(500, "Internal Server Error", 0);
        telegram.failNext(new Door.Fault.ServerError());
        assertThatThrownBy(() -> adapter.open(stored.getFirst().replyAt(), "Hi", List.of()))
                .isInstanceOf(IllegalStateException.class).hasMessageNotContaining(telegram.token());
        assertThatThrownBy(() -> adapter.fetch(new Attachment("a", "b", 1, "gone")))
                .isInstanceOf(IOException.class).hasMessageNotContaining(telegram.token());
        telegram.close();
        await().until(() -> !adapter.isConnected());
        assertThatThrownBy(() -> adapter.fetch(new Attachment("a", "b", 1, "gone")))
                .isInstanceOf(IOException.class).hasMessageNotContaining(telegram.token());
        adapter.progress(address(), "half", List.of());
        adapter.close();

        assertThat(log.list).isNotEmpty();
        for (var event : log.list) {
            var trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertThat(event.getFormattedMessage() + trace).doesNotContain(telegram.token());
        }
    }

    @Test
    void aBrokenTokenIsRefusedWithAWord() {
        assertThatThrownBy(() -> TelegramSettings.polling("12:ab cd\n", URI.create("https://api.telegram.org"),
                List.of())).isInstanceOf(UserFacingException.class).hasMessageContaining("telegram.token")
                .hasMessageNotContaining("12:ab");
        assertThat(TelegramSettings.polling("12:abcd", URI.create("https://api.telegram.org"), List.of()).toString())
                .doesNotContain("abcd");
    }

    private ReplyAddress address() {
        return stored.getFirst().replyAt().owning("1");
    }

    private TelegramAdapter started(Receiver receiver, BotCommand... commands) {
        var adapter = new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(),
                List.of(commands)), hashes, Clock.systemUTC(),
                new TelegramAdapter.Patience(Duration.ofSeconds(5),
                        Duration.ofMillis(50)));
        opened.add(adapter);
        adapter.start(receiver);
        await().until(() -> adapter.isConnected() || adapter.status().contains("stored"));
        return adapter;
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ListAppender<ILoggingEvent> listening() {
        ROOT.setLevel(Level.TRACE);
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ROOT.addAppender(log);
        return log;
    }
}
