package atelier.adapter.telegram;

import atelier.chat.OutgoingFile;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The music of an answer as tracks for Telegram's player. One is made at a time, on a thread of its own, while other parts
/// of the answer are being sent; the last few are kept for another attempt.
final class Tracks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tracks.class);
    private static final String PERFORMER = "Atelier";
    private static final int KEPT = 8;

    private final @Nullable TrackMaker maker;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("telegram-tracks").factory());
    private final Cache<Path, CompletableFuture<Optional<Track>>> made = Caffeine.newBuilder().maximumSize(KEPT)
            .expireAfterAccess(Duration.ofMinutes(30)).build();

    /// @param maker null where recordings go out as voice messages
    Tracks(@Nullable TrackMaker maker) {
        this.maker = maker;
    }

    /// Music to be listened to.
    ///
    /// @param mp3     the file
    /// @param seconds length; 0 where unknown
    /// @param cover   a JPEG picture; empty for none
    @SuppressWarnings("ArrayRecordComponent")
    record Track(String name, byte[] mp3, String title, String performer, int seconds, byte[] cover) {}

    /// Whether a file is music of ours; begins to make its track.
    boolean takes(OutgoingFile file) {
        if (maker == null || FileKind.of(file) != FileKind.VOICE) {
            return false;
        }
        var recording = Recording.of(file);
        if (recording.title().isEmpty()) {
            return false;
        }
        return !made.get(file.content(),
                _ -> CompletableFuture.supplyAsync(() -> made(file, recording), thread)).isCancelled();
    }

    /// The track of a file that was taken; waits until it is made. Empty where it cannot be.
    Optional<Track> of(OutgoingFile file) {
        var track = made.getIfPresent(file.content());
        return track == null ? made(file, Recording.of(file)) : track.join();
    }

    private Optional<Track> made(OutgoingFile file, Recording recording) {
        var encoder = maker;
        if (encoder == null) {
            return Optional.empty();
        }
        try {
            var mp3 = encoder.mp3(Files.readAllBytes(file.content()), recording.title(), PERFORMER,
                    recording.cover());
            var name = FileKind.safeName(file.name()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + ".mp3";
            return Optional.of(new Track(name, mp3, recording.title(), PERFORMER, recording.seconds(),
                    recording.cover()));
        } catch (IOException | RuntimeException failure) {
            LOG.warn("{} goes out as a voice message: no track could be made of it", file.name(), failure);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
