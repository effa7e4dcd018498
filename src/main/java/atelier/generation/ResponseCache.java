package atelier.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whole answers of the last hour, each to be given again to the same person in the same chat only. Bounded in size. Thread-safe.
final class ResponseCache {
    static final Duration KEPT = Duration.ofHours(1);
    /// Of an entry beside its text.
    private static final int OVERHEAD = 500;

    private final Cache<Key, Given> given;
    private final Clock clock;

    /// @param bytes about how much memory it may take
    ResponseCache(long bytes, Clock clock) {
        this.clock = clock;
        this.given = Caffeine.newBuilder().maximumWeight(bytes).weigher(ResponseCache::weight).expireAfterWrite(KEPT)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant())).executor(Runnable::run)
                .build();
    }

    /// Tells requests apart, by a digest so that prompts are not kept.
    record Key(long account, ByteBuffer digest) {}

    private record Given(Answer.Answered answer, Instant at) {}

    private static int weight(Key key, Given given) {
        return OVERHEAD + 2 * given.answer().text().length();
    }

    Optional<Answer.Answered> find(Key key) {
        return Optional.ofNullable(given.getIfPresent(key)).map(found -> found.answer().again(found.at()));
    }

    void keep(Key key, Answer.Answered answer) {
        given.put(key, new Given(answer, clock.instant()));
    }

    void forget(long account) {
        given.asMap().keySet().removeIf(key -> key.account() == account);
    }

    /// Everything an answer depends on: for whom, what is asked and how, who may answer and who is there. Not the work it is for, nor
    /// whether it must be fresh.
    ///
    /// @param known models there are; with another set of them another might answer
    static Key key(Request request, List<Model> known) {
        Terms terms = request.terms();
        var digest = new Digest();
        digest.add(terms.cause().team(), terms.cause().task(), terms.model(), terms.preferred(), terms.cloud(),
                terms.only().stream().sorted().toList());
        terms.own().forEach(own -> digest.add(own.name(), own.provider().id(), own.model(), own.sampling(),
                own.fallbacks(), own.allowed()));
        digest.add("known");
        known.forEach(model -> digest.add(model.id()));
        Prompt prompt = request.prompt();
        digest.add("prompt", prompt.system(), prompt.sampling(), prompt.schema());
        prompt.turns().forEach(turn -> digest.add(turn.role(), turn.text()));
        return new Key(terms.cause().account(), digest.value());
    }

    /// Of a list of values, each with its length before it, so that no two lists are the same run of bytes.
    private static final class Digest {
        private final MessageDigest sha;

        Digest() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }

        void add(@Nullable Object... values) {
            for (Object value : values) {
                byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES + 1).putInt(bytes.length)
                        .put((byte) (value == null ? 0 : 1)).flip());
                sha.update(bytes);
            }
        }

        ByteBuffer value() {
            return ByteBuffer.wrap(sha.digest());
        }
    }
}
