package atelier.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every chat adapter must do, played against its platform's stand-in.
public abstract class AdapterContract {
    @TempDir
    Path files;

    protected final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    protected Door door;
    protected ChatAdapter adapter;

    /// Opens the stand-in under test.
    protected abstract Door open() throws IOException;

    @BeforeEach
    void connect() throws IOException {
        door = open();
        adapter = door.adapter();
        adapter.start(remembering());
        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
    }

    @AfterEach
    void disconnect() {
        adapter.close();
        door.close();
    }

    @Test
    void wordsArriveOnceWithTheirSpeakerAndAnswerInPlace() {
        door.says("ada", "hello there");

        var message = nextMessage(0);
        assertThat(message.text()).isEqualTo("hello there");
        assertThat(message.sender().name()).isEqualTo("ada");
        assertThat(message.sender().id()).matches("\\d+");
        assertThat(message.chat().isPrivate()).isTrue();

        var address = adapter.open(message.replyAt(), "Thinking…", List.of());
        adapter.deliver(last("d1", address, "Hello, ada!"));

        assertThat(door.seenBy("ada")).singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("Hello, ada!"));
    }

    @Test
    void aCommandArrivesWithItsWords() {
        door.commands("ada", "melody", "calm, in D minor");

        var message = nextMessage(0);
        if (message.invocation() != null) {
            assertThat(message.invocation().command()).isEqualTo("melody");
            assertThat(message.invocation().options()).containsEntry("prompt", "calm, in D minor");
        } else {
            assertThat(message.text()).isEqualTo("/melody calm, in D minor");
        }
    }

    @Test
    protected void anEventDeliveredTwiceKeepsItsId() {
        door.says("ada", "once");
        nextMessage(0);

        door.deliversAgain();

        await().until(() -> received.size() >= 2);
        assertThat(received).extracting(Incoming::eventId).containsOnly(received.getFirst().eventId());
    }

    @Test
    void aGrowingAnswerStaysOneMessageAndEndsComplete() {
        var address = opened("ada", "Thinking…");

        var text = new StringBuilder();
        for (var word = 0; word < 200; word++) {
            text.append("word").append(word).append(' ');
            adapter.progress(address, text.toString(), List.of());
        }
        var delivery = adapter.deliver(last("d1", address, text.toString().strip()));

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(door.seenBy("ada")).singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo(text.toString().strip()));
        assertThat(door.callsDuringPenalty()).isZero();
    }

    @Test
    void aButtonReportsItsIdAndItsPresser() {
        var address = opened("ada", "Working…");
        adapter.deliver(
                new Outgoing("d1", address, true, "Done", List.of(new Button("opaque1", "Stop", Button.Style.DANGER)),
                        List.of()));

        door.presses("ada", "Stop");

        await().until(() -> received.stream().anyMatch(ButtonPress.class::isInstance));
        var press = received.stream().filter(ButtonPress.class::isInstance).map(ButtonPress.class::cast).findFirst()
                .orElseThrow();
        assertThat(press.buttonId()).isEqualTo("opaque1");
        assertThat(press.sender().name()).isEqualTo("ada");
        adapter.notice(press, "Stopped.");
        await().until(() -> door.noticesTo("ada").contains("Stopped."));
    }

    @Test
    void aFileComesInWithItsBytes() throws IOException {
        door.sends("ada", "review this", "Main.java", "text/x-java", "class Main {}".getBytes(StandardCharsets.UTF_8));

        var message = nextMessage(0);
        assertThat(message.text()).isEqualTo("review this");
        var attachment = message.attachments().getFirst();
        assertThat(attachment.name()).isEqualTo("Main.java");
        try (var content = adapter.fetch(attachment)) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("class Main {}");
        }
        assertThat(attachment.toString()).doesNotContain(attachment.reference());
    }

    @Test
    void filesGoOutWithTheirNamesAndBytes() throws IOException {
        var address = opened("ada", "Working…");
        var limits = adapter.limits(address);
        var snake = file("snäke game.py", "print('snake')");
        var readme = file("README.md", "# Snake");

        if (limits.filesOnEdit()) {
            adapter.deliver(new Outgoing("d1", address, true, "Here it is", List.of(), List.of(snake, readme)));
        } else {
            adapter.deliver(last("d1", address, "Here it is"));
            adapter.deliver(new Outgoing("d2", address, false, "", List.of(), List.of(snake, readme)));
        }

        var sent = new java.util.HashMap<String, String>();
        door.seenBy("ada").forEach(seen -> seen.files()
                .forEach((name, bytes) -> sent.put(name, new String(bytes, StandardCharsets.UTF_8))));
        assertThat(sent).hasSize(2).containsEntry("README.md", "# Snake");
        assertThat(sent.values()).contains("print('snake')");
    }

    @Test
    protected void aRateLimitIsObeyedAndTheAnswerStillArrives() {
        var address = opened("ada", "Working…");
        door.failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)));

        deliverUntilDelivered(last("d1", address, "Final"));

        assertThat(door.seenBy("ada")).singleElement().satisfies(seen -> assertThat(seen.text()).isEqualTo("Final"));
        assertThat(door.callsDuringPenalty()).isZero();
    }

    @Test
    protected void aFailedEditNeverBecomesASecondMessage() {
        var address = opened("ada", "Working…");
        door.failNext(new Door.Fault.MessageGone());

        adapter.progress(address, "half", List.of());
        var delivery = adapter.deliver(last("d1", address, "Final"));

        assertThat(door.seenBy("ada").size()).isLessThanOrEqualTo(1);
        assertThat(delivery).isInstanceOfAny(Delivery.Delivered.class, Delivery.Rejected.class);
    }

    @Test
    void anEditWithoutChangeCountsAsDelivered() {
        var address = opened("ada", "Same");

        assertThat(adapter.deliver(last("d1", address, "Same"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(adapter.deliver(last("d1", address, "Same"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(door.seenBy("ada")).hasSize(1);
    }

    @Test
    void anotherProcessCanFinishTheSameMessage() {
        var address = opened("ada", "Working…");
        adapter.close();

        adapter = door.restarted();
        adapter.start(remembering());
        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
        deliverUntilDelivered(last("d1", address, "Finished after the restart"));

        assertThat(door.seenBy("ada")).singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("Finished after the restart"));
    }

    @Test
    void nobodyIsPingedAndNoLinkIsPreviewed() {
        var address = opened("ada", "Working… @everyone <@123> https://example.org");
        adapter.progress(address, "half @everyone <@123> https://example.org", List.of());
        adapter.deliver(last("d1", address, "@everyone <@123> @here https://example.org/?q=secret"));
        adapter.deliver(new Outgoing("d2", address, false, "more @everyone https://example.org", List.of(), List.of()));

        assertThat(door.unsafePayloads()).isEmpty();
    }

    @Test
    void eventsTheReceiverCouldNotStoreAreOfferedAgain() {
        refusals.set(1);

        door.says("ada", "do not lose me");

        if (redelivers()) {
            assertThat(nextMessage(0).text()).isEqualTo("do not lose me");
        } else {
            await().until(() -> refusals.get() == 0);
            await().until(() -> !door.seenBy("ada").isEmpty());
        }
    }

    /// Whether the platform delivers an unconfirmed event again. Where it does not, the adapter must say that it failed.
    protected abstract boolean redelivers();

    private Receiver remembering() {
        return events -> {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the disk is full");
            }
            received.addAll(events);
        };
    }

    protected ReplyAddress opened(String person, String placeholder) {
        door.says(person, "make something");
        return adapter.open(nextMessage(0).replyAt(), placeholder, List.of());
    }

    protected Message nextMessage(int index) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> received.stream().filter(Message.class::isInstance).count() > index);
        return received.stream().filter(Message.class::isInstance).map(Message.class::cast).skip(index).findFirst()
                .orElseThrow();
    }

    private void deliverUntilDelivered(Outgoing outgoing) {
        await().atMost(Duration.ofSeconds(30)).until(() -> adapter.deliver(outgoing) instanceof Delivery.Delivered);
    }

    protected static Outgoing last(String id, ReplyAddress address, String text) {
        return new Outgoing(id, address, true, text, List.of(), List.of());
    }

    protected OutgoingFile file(String name, String content) throws IOException {
        var path = Files.createTempFile(files, "out", ".bin");
        Files.writeString(path, content);
        return new OutgoingFile(name, "text/plain", Files.size(path), path);
    }
}
