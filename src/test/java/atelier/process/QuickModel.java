package atelier.process;

import atelier.process.QuickServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Ollama as far as answers need it: repeats the last token it finds, at once or word by word.
final class QuickModel implements AutoCloseable {
    private static final int LONGEST_WAIT_S = 25;

    private final QuickServer server = new QuickServer(this::answer);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile int moreWords;
    private volatile Duration perWord = Duration.ZERO;
    private volatile CountDownLatch together = new CountDownLatch(0);

    QuickModel() throws IOException {}

    String url() {
        return server.url();
    }

    /// Says so many words more from now on, each after a pause; the next so many answers only go on when all have begun.
    void says(int words, Duration each, int answers) {
        moreWords = words;
        perWord = each;
        together = new CountDownLatch(answers);
    }

    /// The most answers that grew at the same time.
    int mostAtOnce() {
        return most.get();
    }

    private void answer(String path, byte[] body, Answer answer) throws IOException {
        switch (path) {
            case "/api/chat" -> chat(Talks.lastToken(new String(body, StandardCharsets.UTF_8)), answer);
            case "/api/tags" -> answer.json("{\"models\":[{\"name\":\"" + Town.LOCAL + "\",\"details\":"
                    + "{\"context_length\":32768},\"capabilities\":[\"completion\"]}]}");
            case "/api/ps" -> answer.json("{\"models\":[{\"name\":\"" + Town.LOCAL + "\",\"context_length\":4096}]}");
            default -> answer.json("{\"version\":\"0.33.0\"}");
        }
    }

    private void chat(String token, Answer answer) throws IOException {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            answer.begin("application/x-ndjson");
            answer.send(frame(Tally.answerTo(token), "false"));
            together.countDown();
            await();
            var next = System.nanoTime();
            for (var word = 0; word < moreWords; word++) {
                next += perWord.toNanos();
                LockSupport.parkNanos(next - System.nanoTime());
                answer.send(frame(" light", "false"));
            }
            answer.send(frame("", "true,\"done_reason\":\"stop\",\"prompt_eval_count\":40,\"eval_count\":20"));
            answer.end();
        } finally {
            open.decrementAndGet();
        }
    }

    private void await() {
        try {
            together.await(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static String frame(String content, String rest) {
        return "{\"model\":\"" + Town.LOCAL + "\",\"created_at\":\"2026-11-21T10:00:00.123456789Z\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"" + content + "\"},\"done\":" + rest + "}\n";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
