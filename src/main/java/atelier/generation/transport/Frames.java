package atelier.generation.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into frames without ever holding more than one, however hostile the server.
final class Frames {
    static final int LONGEST_STREAM = 8 << 20;
    static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final Framing framing;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private long total;

    Frames(InputStream in, Framing framing) {
        this.in = in;
        this.framing = framing;
    }

    /// @return the next frame's text; null at the end of the stream
    /// @throws TooMuch when a line or the stream is larger than any honest answer
    @Nullable
    String next() throws IOException {
        return framing == Framing.LINES ? nextLine() : nextEvent();
    }

    private @Nullable String nextLine() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line;
    }

    private @Nullable String nextEvent() throws IOException {
        var data = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return data.toString();
            }
            if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).stripLeading());
                if (data.length() > LONGEST_LINE) {
                    throw new TooMuch("an event larger than 1 MiB");
                }
            } else if (line.startsWith("{")) { // some servers put a bare error object into the event stream
                return line;
            }
        }
        return data.isEmpty() ? null : data.toString();
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                return line.size() == 0 ? null : text(line);
            }
            if (line.size() >= LONGEST_LINE) {
                throw new TooMuch("a line longer than 1 MiB");
            }
            line.write(next);
        }
        return text(line);
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = in.read(buffer);
            position = 0;
            if (filled < 0) {
                filled = 0;
                return -1;
            }
            total += filled;
            if (total > LONGEST_STREAM) {
                throw new TooMuch("an answer larger than 8 MiB");
            }
        }
        return buffer[position++] & 0xff;
    }

    /// The server sends more than any honest answer has.
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        TooMuch(String message) {
            super(message);
        }
    }
}
