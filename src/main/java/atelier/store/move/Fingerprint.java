package atelier.store.move;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// What all rows of a table come to, in whatever order they are read: their number, and the sum of their SHA-256. A sum
/// rather than an exclusive or, in which two equal rows would cancel out.
final class Fingerprint {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// One more row; lengths go in too, so that `ab`, `c` is not `a`, `bc`.
    void add(@Nullable Object[] row) {
        for (var value : row) {
            if (value == null) {
                digest.update((byte) 0);
            } else {
                var bytes = Kind.bytes(value);
                digest.update((byte) 1);
                digest.update(Kind.bytes(bytes.length));
                digest.update(bytes);
            }
        }
        sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean isSameAs(Fingerprint other) {
        return rows == other.rows && sum.equals(other.sum);
    }
}
