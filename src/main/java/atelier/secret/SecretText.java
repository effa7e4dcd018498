package atelier.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A secret in the clear, for as short a time as possible: printing it shows stars, closing it overwrites it. Not thread-safe.
public final class SecretText implements AutoCloseable {
    /// Of a shorter one, four characters would tell too much.
    private static final int SHORTEST_TO_SHOW = 12;
    private static final int SHOWN = 4;

    private final byte[] bytes;

    private SecretText(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The text itself cannot be overwritten; let go of it soon.
    public static SecretText of(String text) {
        return new SecretText(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Takes the array over.
    static SecretText owning(byte[] bytes) {
        return new SecretText(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /// The secret, to be sent where it belongs and nowhere else.
    public String value() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// By which its owner knows it again: the last four characters, or none of a short one.
    public String lastFour() {
        var text = value();
        var length = text.codePointCount(0, text.length());
        return length < SHORTEST_TO_SHOW ? "" : text.substring(text.offsetByCodePoints(text.length(), -SHOWN));
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
