package atelier.standin;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One request being answered.
final class Call implements Closeable {
    private final Socket socket;
    private final OutputStream out;
    private final Seen seen;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean finished;

    private Call(Socket socket, Seen seen) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.seen = seen;
    }

    static Call read(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        String[] start = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        byte[] body = headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT).contains("chunked")
                ? chunked(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        var call = new Call(socket, new Seen(start[0], start[1], headers, new String(body, StandardCharsets.UTF_8)));
        // Nothing more can come on a connection of one request, so the end of input is the client's leaving.
        Thread.ofVirtual().name("stand-in watch").start(() -> call.watch(in));
        return call;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] chunked(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private void watch(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Not expected; ignored.
            }
        } catch (IOException e) {
            // Reset: gone as well.
        }
        clientGone();
    }

    Seen seen() {
        return seen;
    }

    void clientGone() {
        gone.countDown();
    }

    /// Whether the client went before its answer was complete.
    boolean wasAbandoned() {
        return gone.getCount() == 0 && !finished;
    }

    /// Waits, but no longer than the client does.
    ///
    /// @return whether the client has gone
    boolean pause(Duration time) throws InterruptedException {
        return gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Does nothing until the client goes.
    void stall() throws InterruptedException {
        gone.await();
    }

    void reply(int status, String type, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(status, type, "Content-Length: " + bytes.length, headers);
        finished = true;
        out.write(bytes);
        out.flush();
    }

    void begin(String type) throws IOException {
        head(200, type, "Transfer-Encoding: chunked");
        out.flush();
    }

    /// Headers of the caller's own, followed by [#sendPlainly].
    void begin(String type, String length, String... headers) throws IOException {
        head(200, type, length, headers);
        out.flush();
    }

    void sendPlainly(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private void head(int status, String type, String length, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nContent-Type: " + type + "\r\n" + length
                + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    void end() throws IOException {
        finished = true;
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /// Breaks the connection off.
    void abandon() {
        try {
            finished = true;
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
        socket.shutdownOutput();
    }
}
