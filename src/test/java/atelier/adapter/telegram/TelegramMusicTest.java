package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.audio.Mp3File;
import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.chat.Button;
import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Outgoing;
import atelier.chat.OutgoingFile;
import atelier.chat.ReplyAddress;
import atelier.standin.TelegramStandIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Music plays in Telegram's player, which takes no Opus.
@Timeout(60)
class TelegramMusicTest {
    private static final Button AGAIN = new Button("again", "Again", Button.Style.NORMAL);

    @TempDir
    Path folder;

    private final List<Incoming> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger encoded = new AtomicInteger();
    private TrackMaker maker = Mp3File::of;
    private TelegramStandIn telegram;
    private TelegramAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        telegram = new TelegramStandIn();
        adapter = new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(), List.of()),
                new Hashes(), Clock.systemUTC(), new TelegramAdapter.Patience(Duration.ofSeconds(5),
                        Duration.ofSeconds(5)),
                (opus, title, performer, cover) -> {
                    encoded.incrementAndGet();
                    return maker.mp3(opus, title, performer, cover);
                });
        adapter.start(stored::addAll);
        await().until(adapter::isConnected);
    }

    @AfterEach
    void close() {
        adapter.close();
        telegram.close();
    }

    @Test
    void aSongIsATrackWithTitlePerformerLengthAndCoverAndItsFilesAreThereToo() throws IOException {
        assertThat(adapter.deliver(song("d1", addressOf("ada"), "Your song", List.of(AGAIN))))
                .isInstanceOf(Delivery.Delivered.class);

        var track = telegram.calls("sendaudio").getFirst().parameters();
        assertThat(track.path("title").asText()).isEqualTo("The Sea");
        assertThat(track.path("performer").asText()).isEqualTo("Atelier");
        assertThat(track.path("duration").asInt()).isEqualTo(3);
        assertThat(track.path("thumbnail").asText()).as("a cover, which the stand-in has looked at").isNotEmpty();
        assertThat(telegram.fileKindsIn("ada")).containsExactly("audio", "document", "document", "photo");
        assertThat(names()).containsExactly("sea.mp3", "sea.ogg", "sea.mid", "sea-roll.png");
        assertThat(telegram.seenBy("ada").getFirst().buttons()).containsExactly("Again");
        assertThat(telegram.calls()).allMatch(call -> call.refusal().isEmpty());
    }

    @Test
    void anotherAttemptNeitherEncodesNorSendsTheTrackAgain() throws IOException {
        var answer = song("d1", addressOf("ada"), "Your song", List.of());
        telegram.failNext("sendmediagroup", new Door.Fault.ServerError());

        assertThat(adapter.deliver(answer)).isInstanceOf(Delivery.Later.class);
        await().until(() -> adapter.deliver(answer) instanceof Delivery.Delivered);

        assertThat(encoded).hasValue(1);
        assertThat(names()).containsExactly("sea.mp3", "sea.ogg", "sea.mid", "sea-roll.png");
    }

    @Test
    void buttonsOfMusicWithoutWordsHangOnThePictureOrElseOnTheTrack() throws IOException {
        var address = addressOf("ada");
        adapter.deliver(song("d1", address, "", List.of(AGAIN)));
        adapter.deliver(new Outgoing("d2", address, false, "", List.of(AGAIN), List.of(opus())));

        assertThat(telegram.seenBy("ada").stream().filter(seen -> !seen.buttons().isEmpty())
                .flatMap(seen -> seen.files().keySet().stream())).containsExactly("sea-roll.png", "sea.mp3");
    }

    @Test
    void whereNoTrackCanBeMadeItIsAVoiceMessageAndNotAFileAsWell() throws IOException {
        maker = (_, _, _, _) -> {
            throw new IllegalStateException("no encoder today");
        };

        assertThat(adapter.deliver(song("d1", addressOf("ada"), "Your song", List.of())))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(telegram.fileKindsIn("ada")).containsExactly("voice", "document", "photo");
    }

    @Test
    void whoTakesNoVoiceMessagesGetsItAsAFileOnceAndNothingTwice() throws IOException {
        maker = (_, _, _, _) -> {
            throw new IllegalStateException("no encoder today");
        };
        telegram.takesNoVoice("ada");

        assertThat(adapter.deliver(song("d1", addressOf("ada"), "Your song", List.of(AGAIN))))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(telegram.fileKindsIn("ada")).containsExactly("document", "document", "photo");
        assertThat(names()).containsExactly("sea.ogg", "sea.mid", "sea-roll.png");
        assertThat(telegram.calls("sendvoice")).as("asked once").hasSize(1);
    }

    @Test
    void whoTakesNoVoiceMessagesStillGetsTheTrack() throws IOException {
        telegram.takesNoVoice("ada");

        adapter.deliver(song("d1", addressOf("ada"), "Your song", List.of()));

        assertThat(telegram.calls("sendvoice")).isEmpty();
        assertThat(telegram.fileKindsIn("ada")).startsWith("audio");
    }

    private List<String> names() {
        return telegram.seenBy("ada").stream().flatMap(seen -> seen.files().keySet().stream()).toList();
    }

    private Outgoing song(String id, ReplyAddress address, String text, List<Button> buttons) throws IOException {
        var roll = folder.resolve("roll" + id);
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_ARGB), "png", roll.toFile());
        var midi = Files.write(folder.resolve("midi" + id), new byte[]{'M', 'T', 'h', 'd'});
        return new Outgoing(id, address, false, text, buttons, List.of(opus(),
                new OutgoingFile("sea.mid", "audio/midi", 4, midi),
                new OutgoingFile("sea-roll.png", "image/png", Files.size(roll), roll)));
    }

    private OutgoingFile opus() throws IOException {
        var cover = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB), "jpg", cover);
        var tags = new HashMap<>(OggOpus.picture(cover.toByteArray(), 320));
        tags.put("TITLE", "The Sea");
        var file = Files.write(folder.resolve("sea.ogg"),
                OggOpus.encode(new Sound(48_000, new float[120_000], new float[120_000]), tags, 7));
        return new OutgoingFile("sea.ogg", "audio/ogg", Files.size(file), file);
    }

    private ReplyAddress addressOf(String person) {
        telegram.says(person, "hello");
        await().until(() -> !stored.isEmpty());
        return stored.getFirst().replyAt();
    }
}
