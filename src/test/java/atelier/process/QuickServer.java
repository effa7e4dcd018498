package atelier.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An HTTP server that costs next to nothing, so that what is measured beside it is the product: connections are kept, a
/// virtual thread serves each, an answer is one write.
final class QuickServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Answering answering;

    /// What answers.
    interface Answering {
        void answer(String path, byte[] body, Answer answer) throws IOException;
    }

    QuickServer(Answering answering) throws IOException {
        this.answering = answering;
        this.listening = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("quick server").start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var answer = new Answer(socket.getOutputStream());
            for (var start = line(in); start != null; start = line(in)) {
                answering.answer(start.substring(start.indexOf(' ') + 1, start.lastIndexOf(' ')), body(in), answer);
            }
        } catch (IOException | UncheckedIOException _) {
            // The other side is gone.
        }
    }

    private static byte[] body(InputStream in) throws IOException {
        var length = 0;
        var isChunked = false;
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            isChunked |= header.startsWith("transfer-encoding:");
        }
        return isChunked ? chunked(in) : in.readNBytes(length);
    }

    private static byte[] chunked(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        var line = line(in);
        if (line == null) {
            throw new EOFException();
        }
        return Integer.parseInt(line, 16);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /// The way back.
    static final class Answer {
        private final OutputStream out;

        Answer(OutputStream out) {
            this.out = out;
        }

        void json(String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n",
                    bytes);
        }

        void begin(String type) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n", new byte[0]);
        }

        void send(String text) throws IOException {
            var bytes = (text + "\r\n").getBytes(StandardCharsets.UTF_8);
            write(Integer.toHexString(bytes.length - 2) + "\r\n", bytes);
        }

        void end() throws IOException {
            write("0\r\n\r\n", new byte[0]);
        }

        private void write(String head, byte[] body) throws IOException {
            var first = head.getBytes(StandardCharsets.ISO_8859_1);
            var whole = new byte[first.length + body.length];
            System.arraycopy(first, 0, whole, 0, first.length);
            System.arraycopy(body, 0, whole, first.length, body.length);
            out.write(whole);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
