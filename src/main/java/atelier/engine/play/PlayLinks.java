package atelier.engine.play;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Links to stored pages that nobody can guess or forge, and that end. A link names the page by its content, so it needs no
/// row in the database, and whoever has it may play: it can be passed on like the file itself.
public final class PlayLinks {
    /// The first part of every link's path.
    public static final String PATH = "/play/";
    /// How long a link is good for.
    public static final Duration LIFE = Duration.ofDays(30);
    private static final String MAC = "HmacSHA256";
    private static final int HASH = 32;
    private static final int SIGNED = HASH + Long.BYTES;
    private static final int SIGNATURE = 16;

    private final byte[] key;
    private final @Nullable URI outside;
    private final InstantSource clock;

    /// @param key     secret, the same on all nodes
    /// @param outside how the service is reached by browsers; null makes no links
    public PlayLinks(byte[] key, @Nullable URI outside, InstantSource clock) {
        this.key = key.clone();
        this.outside = outside;
        this.clock = clock;
    }

    /// What a link that came back leads to.
    public sealed interface Target {
        /// @param sha256 key of the page in the artifact store
        record Page(String sha256) implements Target {}

        /// Signed here, but its time is over.
        record Expired() implements Target {}

        /// Not one of ours.
        record Unknown() implements Target {}
    }

    /// A link to a stored page; empty when the service cannot be reached from outside.
    public Optional<String> to(String sha256) {
        if (outside == null) {
            return Optional.empty();
        }
        var base = outside.toString().replaceAll("/{1,99}$", "");
        return Optional.of(base + PATH + token(sha256, clock.instant().plus(LIFE)));
    }

    private String token(String sha256, Instant until) {
        var signed = ByteBuffer.allocate(SIGNED).put(HexFormat.of().parseHex(sha256)).putLong(until.getEpochSecond())
                .array();
        var token = ByteBuffer.allocate(SIGNED + SIGNATURE).put(signed).put(signature(signed)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Reads the part of a link behind [#PATH].
    public Target open(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return new Target.Unknown();
        }
        if (bytes.length != SIGNED + SIGNATURE) {
            return new Target.Unknown();
        }
        var signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(signature(signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return new Target.Unknown();
        }
        var until = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong(HASH));
        return clock.instant().isAfter(until)
                ? new Target.Expired()
                : new Target.Page(HexFormat.of().formatHex(signed, 0, HASH));
    }

    private byte[] signature(byte[] signed) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return Arrays.copyOf(mac.doFinal(signed), SIGNATURE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
