package atelier.create;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Bytes to text: UTF-8, UTF-16 with or without mark, Windows-1252; anything else is no text.
final class PlainText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SAMPLE = 64 * 1024;

    private PlainText() {}

    /// Null for what is no text.
    static @Nullable String decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        int sample = Math.min(bytes.length, SAMPLE);
        int even = zeros(bytes, 0, sample);
        int odd = zeros(bytes, 1, sample);
        if (even + odd > 0) {
            // Mostly Latin text in UTF-16 has a zero in every other byte.
            boolean little = odd > sample * 2 / 5 && even < sample / 20;
            boolean big = even > sample * 2 / 5 && odd < sample / 20;
            return little
                    ? strict(bytes, 0, StandardCharsets.UTF_16LE)
                    : big ? strict(bytes, 0, StandardCharsets.UTF_16BE) : null;
        }
        if (starts(bytes, '%', 'P', 'D', 'F', '-') || controls(bytes, sample) > sample / 50) {
            return null;
        }
        var text = strict(bytes, 0, StandardCharsets.UTF_8);
        if (text != null) {
            return text;
        }
        return high(bytes, sample) > sample / 4 ? null : strict(bytes, 0, WESTERN);
    }

    /// The first `length` characters, never half a one.
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
            return text.indexOf('\0') >= 0 ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /// Escape is common in terminal logs, so it counts as text.
    private static int controls(byte[] bytes, int to) {
        int count = 0;
        for (int i = 0; i < to; i++) {
            int b = bytes[i];
            count += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B && b != '\b'
                    ? 1
                    : 0;
        }
        return count;
    }

    private static int high(byte[] bytes, int to) {
        int count = 0;
        for (int i = 0; i < to; i++) {
            count += bytes[i] < 0 ? 1 : 0;
        }
        return count;
    }
}
