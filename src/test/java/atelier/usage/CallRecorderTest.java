package atelier.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallRecorderTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Shelf shelf = new Shelf();

    @Test
    void callsAreWrittenInBatchesWithoutAnybodyAsking() {
        try (var recorder = new CallRecorder(shelf, 10, Duration.ofMillis(1))) {
            recorder.start();
            recorder.accept(call("a"));
            recorder.accept(call("b"));

            await().untilAsserted(() -> assertThat(shelf.jobs()).containsExactly("a", "b"));
        }
    }

    @Test
    void whatStillWaitsIsWrittenAtTheEnd() {
        var recorder = new CallRecorder(shelf, 10, LONG);
        recorder.start();
        recorder.accept(call("a"));
        recorder.close();

        assertThat(shelf.jobs()).containsExactly("a");
    }

    @Test
    void whatIsToBeReadNowIsWrittenNow() {
        try (var recorder = new CallRecorder(shelf, 10, LONG)) {
            recorder.start();
            recorder.accept(call("a"));
            recorder.flush();

            assertThat(shelf.jobs()).containsExactly("a");
        }
    }

    @Test
    void whoeverAsksForOneWorkWaitsForNoOthersRecords() {
        try (var recorder = new CallRecorder(shelf, 10, LONG)) {
            recorder.start();
            recorder.accept(call("j1"));
            recorder.accept(call("j10.2"));
            recorder.flush("j2");
            recorder.flush("j");
            assertThat(shelf.jobs()).isEmpty();

            recorder.flush("j10");
            assertThat(shelf.jobs()).containsExactly("j1", "j10.2");
        }
    }

    @Test
    void aStuckDatabaseKeepsNobodyWaitingAndWhatDoesNotFitIsCounted() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        shelf.gate = stuck;
        try (var recorder = new CallRecorder(shelf, 3, Duration.ofMillis(1))) {
            recorder.start();
            recorder.accept(call("stuck"));
            shelf.entered.await();

            for (var number = 0; number < 5; number++) {
                recorder.accept(call("n" + number));
            }
            assertThat(recorder.lost()).isEqualTo(2);
            stuck.countDown();
        }
        assertThat(shelf.jobs()).containsExactly("stuck", "n0", "n1", "n2");
    }

    @Test
    void aWriteThatFailsDoesNotEndTheWriting() {
        shelf.failures = 1;
        try (var recorder = new CallRecorder(shelf, 10, LONG)) {
            recorder.accept(call("lost"));
            recorder.flush();
            recorder.accept(call("kept"));
            recorder.flush();

            assertThat(recorder.lost()).isEqualTo(1);
        }
        assertThat(shelf.jobs()).containsExactly("kept");
    }

    private static Call call(String job) {
        return new Call(new Call.For(job, 1, "", 0, "CHAT"), "llama", "ollama", true, Call.Tokens.NONE, 1, 2, Call.DONE,
                0, Instant.EPOCH);
    }

    private static final class Shelf implements Calls {
        private final List<Call> kept = new CopyOnWriteArrayList<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile int failures;

        List<String> jobs() {
            return kept.stream().map(call -> call.whom().job()).toList();
        }

        @Override
        public void add(List<Call> calls) {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failures > 0) {
                failures = 0;
                throw new IllegalStateException("disk full");
            }
            kept.addAll(new ArrayList<>(calls));
        }

        @Override
        public List<CallFigures> figures(Scope scope, Instant from) {
            return List.of();
        }

        @Override
        public Cost spent(String job) {
            return Cost.NOTHING;
        }

        @Override
        public List<Lesson> lessons(Instant from, int limit) {
            return List.of();
        }

        @Override
        public void forget(Instant before) {
            kept.clear();
        }
    }
}
