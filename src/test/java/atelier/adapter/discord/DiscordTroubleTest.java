package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.Receiver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of an answer when Discord is silent, busy, out of patience or gone.
class DiscordTroubleTest {
    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final DiscordDoor door = new DiscordDoor();
    private DiscordAdapter adapter = door.adapter(DiscordDoor.COMMANDS);

    DiscordTroubleTest() throws IOException {}

    @BeforeEach
    void connect() {
        start(received::addAll);
    }

    @AfterEach
    void disconnect() {
        adapter.close();
        door.close();
    }

    private void start(Receiver receiver) {
        adapter.start(receiver);
        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
    }

    private Message heard(int index) {
        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() > index);
        return (Message) received.get(index);
    }

    @Test
    void anAnswerSentIntoSilenceIsNotSentTwice() {
        door.says("ada", "hello");
        var address = heard(0).replyAt();
        door.failNext(new Door.Fault.SentButSilent());

        var answer = new Outgoing("n1", address, false, "Only once", List.of(), List.of());
        assertThat(adapter.deliver(answer)).isInstanceOf(Delivery.Later.class);
        assertThat(adapter.deliver(answer)).isInstanceOf(Delivery.Delivered.class);

        assertThat(door.seenBy("ada")).hasSize(1);
    }

    @Test
    void aFollowUpSentIntoSilenceIsAmbiguous() {
        door.commands("ada", "melody", "calm");
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());
        door.failNext(new Door.Fault.SentButSilent());

        assertThat(adapter.deliver(new Outgoing("n1", address, false, "More", List.of(), List.of())))
                .isInstanceOf(Delivery.Ambiguous.class);
    }

    @Test
    void aFollowUpThatMayHaveBeenSentIsNotRepeated() {
        door.commands("ada", "melody", "calm");
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());
        door.failNext(new Door.Fault.ServerError());

        assertThat(adapter.deliver(new Outgoing("n1", address, false, "More", List.of(), List.of())))
                .isInstanceOf(Delivery.Ambiguous.class);
        assertThat(door.discord.payloads()).filteredOn(one -> one.path("content").asText().equals("More")).hasSize(1);
    }

    @Test
    void anEditThatMayHaveBeenMadeIsRepeated() {
        door.commands("ada", "melody", "calm");
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());
        door.failNext(new Door.Fault.ServerError());

        assertThat(adapter.deliver(new Outgoing("n1", address, true, "All", List.of(), List.of())))
                .isInstanceOf(Delivery.Delivered.class);
        assertThat(door.seenBy("ada")).singleElement().satisfies(seen -> assertThat(seen.text()).isEqualTo("All"));
    }

    @Test
    void nothingGoesOutDuringAPenaltyAndTheLastWordStillArrives() {
        door.commands("ada", "melody", "calm");
        var address = adapter.open(heard(0).replyAt(), "Composing…", List.of());
        door.failNext(new Door.Fault.SlowDown(Duration.ofSeconds(2)));
        adapter.progress(address, "half", List.of());
        await().until(
                () -> door.discord.payloads().stream().anyMatch(one -> one.path("content").asText().equals("half")));

        adapter.progress(address, "three quarters", List.of());
        assertThat(adapter.deliver(new Outgoing("d1", address, true, "All of it", List.of(), List.of())))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(door.callsDuringPenalty()).isZero();
        assertThat(door.seenBy("ada")).singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("All of it"));
    }

    @Test
    void whenDiscordSlowsTheWholeBotDownNothingGoesOutAnywhereAndEveryAnswerStillArrives() throws InterruptedException {
        var people = List.of("ada", "bob", "eve");
        for (var person : people) {
            door.says(person, "hello from " + person);
        }
        await().until(() -> received.size() == people.size());
        var addresses = received.stream()
                .map(event -> adapter.open(((Message) event).replyAt(), "Thinking…", List.of()))
                .toList();
        door.discord.penalties.slowsEverythingDown(Duration.ofSeconds(2));
        adapter.progress(addresses.getFirst(), "half", List.of());
        await().until(() -> door.discord.payloads().stream()
                .anyMatch(one -> one.path("content").asText().equals("half")));

        addresses.forEach(address -> adapter.progress(address, "three quarters", List.of()));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : senders.invokeAll(addresses.stream().<Callable<Delivery>>map(address -> () -> adapter
                    .deliver(new Outgoing("d" + address.messageId(), address, true, "All of it", List.of(), List.of())))
                    .toList())) {
                assertThat(sent.resultNow()).isInstanceOf(Delivery.Delivered.class);
            }
        }

        assertThat(door.callsDuringPenalty()).isZero();
        assertThat(people).allSatisfy(person -> assertThat(door.seenBy(person)).singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("All of it")));
    }

    @Test
    void inABusyChannelEveryAnswerStillArrives() {
        door.discord.countsSends();
        for (var number = 0; number < 4; number++) {
            door.says("ada", "question " + number);
            var address = adapter.open(heard(number).replyAt(), "Thinking…", List.of());
            adapter.progress(address, "half of " + number, List.of());
            var last = new Outgoing("d" + number, address, true, "answer " + number, List.of(), List.of());
            assertThat(adapter.deliver(last)).isInstanceOf(Delivery.Delivered.class);
        }

        assertThat(door.seenBy("ada")).extracting(Door.Seen::text)
                .containsExactly("answer 0", "answer 1", "answer 2", "answer 3");
        assertThat(door.callsDuringPenalty()).isZero();
    }

    @Test
    void aDroppedConnectionComesBackAndKeepsItsSession() {
        door.discord.dropConnections(4000);
        await().atMost(Duration.ofSeconds(20)).until(() -> door.discord.resumed() == 1 && adapter.isConnected());

        door.says("ada", "still there?");

        assertThat(heard(0).text()).isEqualTo("still there?");
    }

    @Test
    void whereDiscordTakesTheConnectionAndThenSaysNothingItIsTriedAnew() {
        adapter.close();
        var before = door.discord.identified();
        door.discord.ignoreIdentify(1);
        adapter = door.adapter(DiscordDoor.COMMANDS);
        adapter.start(received::addAll);
        await().atMost(Duration.ofSeconds(20)).until(() -> door.discord.identified() == before + 1);
        assertThat(adapter.isConnected()).isFalse();

        door.discord.advance(Duration.ofSeconds(61));

        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
        door.says("ada", "anybody there?");
        assertThat(heard(0).text()).isEqualTo("anybody there?");
    }
}
