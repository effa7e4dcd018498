package atelier.engine;

import static org.awaitility.Awaitility.await;

import atelier.generation.Answer;
import atelier.generation.Failure;
import atelier.generation.Request;
import atelier.generation.Router;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Models that each have their own answers, may be asked at once, and can be held in the middle of an answer.
final class RivalModels implements Router {
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final List<Request> asked = new CopyOnWriteArrayList<>();

    /// Each answer costs 10 tokens in, 20 out, 1.5 s, and in the cloud a cent.
    RivalModels says(String model, String text) {
        var slash = model.indexOf('/');
        var provider = slash < 0 ? model : model.substring(0, slash);
        var isLocal = !provider.equals("gemini");
        queue(model).add(new Answer.Answered(text, slash < 0 ? "gemini-2.5-flash" : model.substring(slash + 1),
                provider, isLocal, 5, 1500, 10, 20, isLocal ? 0 : 0.01, List.of()));
        return this;
    }

    RivalModels fails(String model, String sentence) {
        queue(model).add(new Answer.Failed(Failure.UNREACHABLE, "", sentence, List.of()));
        return this;
    }

    /// From now on its answers stop after their first words, until it is released or stopped.
    RivalModels holds(String model) {
        held.put(model, new CountDownLatch(1));
        return this;
    }

    void release(String model) {
        var latch = held.remove(model);
        if (latch != null) {
            latch.countDown();
        }
    }

    private Deque<Answer> queue(String model) {
        return answers.computeIfAbsent(model, _ -> new ArrayDeque<>());
    }

    @Override
    public Answer generate(Request request) {
        var model = String.valueOf(request.terms().model());
        asked.add(request);
        running.add(model);
        try {
            return answer(request, model);
        } finally {
            running.remove(model);
        }
    }

    private Answer answer(Request request, String model) {
        var queue = queue(model);
        var answer = queue.size() > 1 ? queue.remove() : queue.element();
        if (answer instanceof Answer.Answered answered) {
            request.onText().accept(answered.text());
        }
        var latch = held.get(model);
        if (latch != null) {
            try (var _ = request.cancellation().onCancel(latch::countDown)) {
                latch.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return request.cancellation().isCancelled()
                ? new Answer.Failed(Failure.CANCELLED, "", "Stopped.", List.of())
                : answer;
    }

    void awaitRunning(String... models) {
        await().atMost(Duration.ofSeconds(20)).until(() -> running.equals(Set.of(models)));
    }

    /// Names of the models asked, in turn.
    List<String> asked() {
        return asked.stream().map(request -> String.valueOf(request.terms().model())).toList();
    }

    List<Request> requests() {
        return asked;
    }
}
