package atelier.generation;

import atelier.standin.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How long people wait for what the router adds: an answer given again, a stop, a server that is spared. Run its main method by
/// hand; it prints a table.
final class GenerationBenchmark {
    private static final int WARM_UP = 100;
    private static final Terms TERMS = new Terms(new Terms.Cause(7, "chat", 3, "job", "TALK"), null, null, List.of(),
            true,
            false);

    private GenerationBenchmark() {}

    public static void main(String... args) {
        System.out.printf(Locale.ROOT, "%-48s %8s %12s %12s%n", "what", "rounds", "p50 ms", "p99 ms");
        hits("given again, prompt of 1 kB, text of 5 kB", 1_000);
        hits("given again, prompt of 100 kB, text of 5 kB", 100_000);
        stops();
        failovers();
    }

    private static void hits(String what, int promptBytes) {
        try (var servers = new Servers()) {
            servers.ollama.answersBy(request -> "word ".repeat(1_000)).hasModel("llama3.2:latest", true, 131_072);
            var router = new CachingRouter(servers.router, servers.health::known, CachingRouter.BYTES, servers.clock);
            var request = new Request(Prompt.of("Be brief.", "x".repeat(promptBytes)), TERMS, text -> {},
                    new Cancellation());
            router.generate(request);
            measure(what, 20_000, () -> {
                long begun = System.nanoTime();
                if (!(router.generate(request) instanceof Answer.Answered answer) || !answer.isFromCache()) {
                    throw new IllegalStateException("not from the cache");
                }
                return System.nanoTime() - begun;
            });
        }
    }

    /// From the stop to the moment when the server sees its connection closed.
    private static void stops() {
        try (var servers = new Servers()) {
            servers.ollama.answers("One two three").holdsAfter(1);
            measure("stop until the server sees it", 200, () -> {
                var stop = new Cancellation();
                var shown = new Semaphore(0);
                var asking = new FutureTask<>(() -> servers.router
                        .generate(new Request(Prompt.of("", "Hello"), TERMS, text -> shown.release(), stop)));
                Thread.ofVirtual().start(asking);
                shown.acquireUninterruptibly();
                long begun = System.nanoTime();
                stop.cancel();
                try {
                    if (!servers.ollama.awaitClientGone(Duration.ofSeconds(5))) {
                        throw new IllegalStateException("the server was not told");
                    }
                    long took = System.nanoTime() - begun;
                    asking.get(5, TimeUnit.SECONDS);
                    return took;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /// The whole answer of the cloud, once with the local server away and spared, once with no local server to begin with.
    private static void failovers() {
        try (var servers = new Servers()) {
            servers.ollama.fails(Fault.CUT_BEFORE_HEADERS);
            for (int i = 0; i < 3; i++) {
                servers.ask();
            }
            long asked = servers.ollama.generations().size();
            measure("answer of the cloud, local server spared", 1_000, () -> timed(servers));
            if (servers.ollama.generations().size() != asked) {
                throw new IllegalStateException("the server was not spared");
            }
        }
        try (var servers = new Servers()) {
            servers.ollama.hasNoModels();
            measure("answer of the cloud, no local model", 1_000, () -> timed(servers));
        }
    }

    private static long timed(Servers servers) {
        long begun = System.nanoTime();
        if (!(servers.ask() instanceof Answer.Answered answer) || answer.local()) {
            throw new IllegalStateException("the cloud did not answer");
        }
        return System.nanoTime() - begun;
    }

    private static void measure(String what, int rounds, LongSupplier round) {
        for (int i = 0; i < WARM_UP; i++) {
            var _ = round.getAsLong();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            nanos[i] = round.getAsLong();
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-48s %8d %12.3f %12.3f%n", what, rounds, nanos[rounds / 2] / 1e6,
                nanos[(int) (rounds * 0.99)] / 1e6);
    }
}
