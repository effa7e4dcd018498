package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.chat.Button;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.chat.ReplyAddress;
import atelier.chat.Splitter;
import atelier.standin.TelegramStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TelegramDeliveryTest {
    private static final Button AGAIN = new Button("again", "Again", Button.Style.NORMAL);

    @TempDir
    Path folder;

    private final List<Incoming> stored = new CopyOnWriteArrayList<>();
    private TelegramStandIn telegram;
    private TelegramAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        telegram = new TelegramStandIn();
        adapter = new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(), List.of()),
                new Hashes(), Clock.systemUTC(), new TelegramAdapter.Patience(Duration.ofSeconds(5),
                        Duration.ofSeconds(5)));
        adapter.start(stored::addAll);
        await().until(adapter::isConnected);
    }

    @AfterEach
    void close() {
        adapter.close();
        telegram.close();
    }

    @Test
    void aSendWithoutAnAnswerIsAmbiguousAndAnEditIsTriedAgain() {
        var address = addressOf("ada");
        telegram.failNext(new Door.Fault.SentButSilent());
        assertThat(adapter.deliver(text("d1", address, "sent"))).isInstanceOf(Delivery.Ambiguous.class);
        assertThat(telegram.seenBy("ada")).hasSize(1);

        var own = address.owning(telegram.seenBy("ada").getFirst().id());
        telegram.failNext(new Door.Fault.SentButSilent());
        var edit = new Outgoing("d2", own, true, "changed", List.of(), List.of());
        assertThat(adapter.deliver(edit)).isInstanceOf(Delivery.Later.class);
        assertThat(adapter.deliver(edit)).isInstanceOf(Delivery.Delivered.class);
        assertThat(telegram.seenBy("ada")).hasSize(1);
    }

    @Test
    void aMessageWithASecretIsTakenAwayAndAFailureToDoSoHarmsNothing() {
        var address = addressOf("ada");

        adapter.forget(address);
        assertThat(telegram.deleted()).containsExactly(address.chat().id() + "/" + address.inReplyTo());

        adapter.forget(ReplyAddress.in(address.chat()));
        assertThat(telegram.deleted()).hasSize(1);

        telegram.close();
        adapter.forget(address);
    }

    @Test
    void aRequestThatNeverLeftIsTriedLater() {
        var address = addressOf("ada");
        telegram.close();

        assertThat(adapter.deliver(text("d1", address, "hello"))).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aServerErrorIsTriedLater() {
        var address = addressOf("ada");
        telegram.failNext(new Door.Fault.ServerError());

        assertThat(adapter.deliver(text("d1", address, "hello"))).isInstanceOf(Delivery.Later.class);
        assertThat(telegram.seenBy("ada")).isEmpty();
    }

    @Test
    void aLongPenaltyIsToldAtOnceAndNothingIsCalledDuringIt() {
        var address = addressOf("ada");
        telegram.failNext(new Door.Fault.SlowDown(Duration.ofMinutes(2)));
        assertThat(adapter.deliver(text("d1", address, "hello")))
                .isEqualTo(new Delivery.Later(Duration.ofMinutes(2), "429: too many requests: retry after 120"));

        assertThat(adapter.deliver(text("d1", address, "hello"))).isInstanceOf(Delivery.Later.class);
        adapter.progress(address.owning("1"), "half", List.of());

        assertThat(telegram.callsDuringPenalty()).isZero();
        assertThat(telegram.calls("sendmessage")).hasSize(1);
    }

    @Test
    void whoBlockedTheBotGetsNothingMore() {
        var address = addressOf("ada");
        telegram.blocks("ada");

        assertThat(adapter.deliver(text("d1", address, "hello"))).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void aTableThatGrowsTooLongIsSentAsWritten() {
        var table = "| a | b |\n|---|---|\n| " + "x".repeat(2000) + " | y |\n" + "| 1 | 2 |\n".repeat(20);

        assertThat(adapter.deliver(text("d1", addressOf("ada"), table))).isInstanceOf(Delivery.Delivered.class);
        assertThat(telegram.seenBy("ada").getFirst().text()).isEqualTo(table);
    }

    @Test
    void aFinishedMessageIsNotOverwrittenByALateMiddleState() {
        var own = adapter.open(addressOf("ada"), "Thinking…", List.of());
        adapter.deliver(new Outgoing("d1", own, true, "Final", List.of(), List.of()));

        await().pollInterval(Duration.ofMillis(100)).during(Duration.ofMillis(1300)).until(() -> {
            adapter.progress(own, "half", List.of());
            return telegram.seenBy("ada").getFirst().text().equals("Final");
        });
    }

    @Test
    void onlyTheFirstMessageOfAnAnswerPointsAtTheQuestion() {
        var own = adapter.open(addressOf("ada"), "Thinking…", List.of());

        adapter.deliver(text("d2", own, "and more"));

        assertThat(telegram.calls("sendmessage")).extracting(call -> call.parameters().has("reply_parameters"))
                .containsExactly(true, false);
    }

    @Test
    void anAnswerInATopicStaysInItAndCarriesItsButtonsInRowsOfThree() {
        telegram.receives(telegram.inGroup(-100_500L, "ada").put("text", "@atelier_bot hi")
                .put("is_topic_message", true).put("message_thread_id", 77));
        await().until(() -> !stored.isEmpty());
        var address = stored.getFirst().replyAt();
        var buttons = new ArrayList<Button>();
        for (var button = 0; button < 5; button++) {
            buttons.add(new Button("b" + button, "B" + button, Button.Style.NORMAL));
        }

        adapter.open(address, "Here", buttons);

        var sent = telegram.calls("sendmessage").getFirst().parameters();
        assertThat(sent.path("message_thread_id").asInt()).isEqualTo(77);
        assertThat(sent.path("reply_parameters").path("allow_sending_without_reply").asBoolean()).isTrue();
        assertThat(sent.path("reply_markup").path("inline_keyboard")).hasSize(2);
        assertThat(telegram.seenIn(-100_500L)).hasSize(1);
    }

    @Test
    void aPageOpensInsideTelegramInPrivateAndInTheBrowserInAGroupAndWithoutTlsNotAtAll() {
        var play = Button.link("Play", "https://bot.example.org/play/abc");
        var own = addressOf("ada");
        telegram.receives(telegram.inGroup(-100_500L, "ada").put("text", "@atelier_bot hi"));
        await().until(() -> stored.size() == 2);
        var group = stored.getLast().replyAt();

        adapter.open(own, "Here", List.of(play, Button.link("Plain", "http://localhost:8080/play/abc")));
        adapter.open(group, "Here", List.of(play));

        var sent = telegram.calls("sendmessage");
        assertThat(sent.get(0).parameters().path("reply_markup").path("inline_keyboard").toString())
                .contains("\"web_app\":{\"url\":\"https://bot.example.org/play/abc\"}").doesNotContain("localhost");
        assertThat(sent.get(1).parameters().path("reply_markup").path("inline_keyboard").toString())
                .contains("\"url\":\"https://bot.example.org/play/abc\"").doesNotContain("web_app");
        assertThat(telegram.seenIn(-100_500L)).hasSize(1);
    }

    @Test
    void soundPlaysAndPicturesShowAndTheRestAreDocuments() throws IOException {
        var files = List.of(file("a.ogg", "audio/ogg"), file("a.mp3", "audio/mpeg"), file("a.png", "image/png"),
                file("a.mid", "audio/midi"), file("b.wav", "audio/wav"));

        assertThat(adapter.deliver(new Outgoing("d1", addressOf("ada"), false, "Your song", List.of(AGAIN), files)))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(telegram.fileKindsIn("ada")).containsExactlyInAnyOrder("voice", "audio", "photo", "document",
                "document");
        assertThat(telegram.calls("sendmediagroup")).hasSize(1);
        assertThat(telegram.seenBy("ada").getFirst().buttons()).containsExactly("Again");
    }

    @Test
    void aPreviewSaysItsTitleWhoPlaysItAndHowLongItIs() throws IOException {
        var sound = new Sound(48_000, new float[120_000], new float[120_000]);
        var opus = Files.write(folder.resolve("sea.ogg"),
                OggOpus.encode(sound, Map.of("TITLE", "The Sea", "ARTIST", "My Gemma"), 7));

        adapter.deliver(new Outgoing("d1", addressOf("ada"), false, "", List.of(),
                List.of(new OutgoingFile("sea.ogg", "audio/ogg", Files.size(opus), opus))));

        var sent = telegram.calls("sendvoice").getFirst().parameters();
        assertThat(sent.path("caption").asText()).isEqualTo("🎵 The Sea · My Gemma");
        assertThat(sent.path("duration").asInt()).isEqualTo(3);
    }

    @Test
    void buttonsWithoutTextHangOnTheLastFile() throws IOException {
        adapter.deliver(new Outgoing("d1", addressOf("ada"), false, "", List.of(AGAIN),
                List.of(file("a.py", "text/x-python"), file("b.py", "text/x-python"), file("c.py", "text/plain"))));

        var seen = telegram.seenBy("ada");
        assertThat(seen).hasSize(3);
        assertThat(seen.getLast().buttons()).containsExactly("Again");
        assertThat(seen.getLast().files()).containsOnlyKeys("c.py");
    }

    @Test
    void filesOfOneNameAllArrive() throws IOException {
        adapter.deliver(new Outgoing("d1", addressOf("ada"), false, "", List.of(),
                List.of(file("main.py", "text/plain"), file("main.py", "text/plain"))));

        assertThat(telegram.seenBy("ada")).hasSize(2).allMatch(seen -> seen.files().size() == 1);
    }

    @Test
    void anAttemptAfterAHalfSentAnswerGoesOnWhereItStopped() throws IOException {
        var answer = new Outgoing("d1", addressOf("ada"), false, "Two parts", List.of(),
                List.of(file("a.py", "text/plain"), file("b.py", "text/plain")));
        telegram.failNext("sendmediagroup", new Door.Fault.ServerError());
        assertThat(adapter.deliver(answer)).isInstanceOf(Delivery.Later.class);

        await().until(() -> adapter.deliver(answer) instanceof Delivery.Delivered);

        assertThat(telegram.seenBy("ada")).extracting(Door.Seen::text).containsExactly("Two parts", "", "");
    }

    @Test
    void everyChunkOfALongAnswerIsTaken() {
        var address = addressOf("ada");
        var markdown = ("# Part\n\nSome **bold** text with `code`.\n\n```java\n" + "call(1);\n".repeat(120)
                + "```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n").repeat(6);
        var chunks = Splitter.split(markdown, adapter.limits(address));

        for (var index = 0; index < chunks.size(); index++) {
            assertThat(adapter.deliver(text("d" + index, address, chunks.get(index))))
                    .isInstanceOf(Delivery.Delivered.class);
        }

        assertThat(telegram.calls("sendmessage")).hasSize(chunks.size()).allMatch(call -> call.refusal().isEmpty());
        assertThat(telegram.calls("sendmessage")).noneMatch(call -> call.parameters().has("parse_mode"));
    }

    @Test
    void manyAnswersAtOnceAllEndCompleteAndNobodyIsToldToSlowDown() throws InterruptedException {
        var count = 40;
        for (var person = 0; person < count; person++) {
            telegram.says("person" + person, "hello");
        }
        await().until(() -> stored.size() == count);

        var answers = stored.stream().map(event -> Thread.ofVirtual().start(() -> answer(event))).toList();
        for (var answer : answers) {
            answer.join();
        }

        for (var person = 0; person < count; person++) {
            assertThat(telegram.seenBy("person" + person)).singleElement()
                    .satisfies(seen -> assertThat(seen.text()).endsWith("the end"));
        }
        assertThat(telegram.calls()).allMatch(call -> call.refusal().isEmpty());
    }

    private void answer(Incoming event) {
        var own = adapter.open(event.replyAt(), "Thinking…", List.of());
        var text = new StringBuilder("It goes");
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            adapter.progress(own, text.append(" on").toString(), List.of());
            return text.length() > 90;
        });
        assertThat(adapter.deliver(new Outgoing("d", own, true, "It goes on to the end", List.of(), List.of())))
                .isInstanceOf(Delivery.Delivered.class);
    }

    private ReplyAddress addressOf(String person) {
        telegram.says(person, "hello");
        await().until(() -> !stored.isEmpty());
        return stored.getFirst().replyAt();
    }

    private static Outgoing text(String id, ReplyAddress address, String text) {
        return new Outgoing(id, address, false, text, List.of(), List.of());
    }

    private OutgoingFile file(String name, String mediaType) throws IOException {
        var path = Files.createTempFile(folder, "out", ".bin");
        var begin = name.endsWith(".mp3") ? "ID3" : "";
        Files.write(path, (begin + "content of " + name).getBytes(StandardCharsets.UTF_8));
        return new OutgoingFile(name, mediaType, Files.size(path), path);
    }
}
