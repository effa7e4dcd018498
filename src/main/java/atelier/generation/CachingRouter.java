package atelier.generation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives an answer of the last hour again when the same person asks the same in the same chat, at once and for nothing; lets the router
/// behind it answer everything else.
///
/// - The same means: prompt, sampling, schema, kind of task, and everything the terms say of who may answer. The conversation and the
///   job do not matter.
/// - Never an answer of another person or chat, nor one made on other terms: who forbids the cloud, or whose model was removed, gets no
///   answer that the cloud or that model gave.
/// - Only whole answers are kept. A request for a fresh one is answered anew, and that answer kept.
/// - Nothing is kept for account 0, which is nobody in particular.
public final class CachingRouter implements Router {
    /// Some thousand answers.
    public static final long BYTES = 32L << 20;

    private final Router router;
    private final ResponseCache cache;
    private final Supplier<List<Model>> known;

    /// @param known the models there are, as far as that can be said without waiting
    /// @param bytes about how much memory the answers may take
    public CachingRouter(Router router, Supplier<List<Model>> known, long bytes, Clock clock) {
        this.router = router;
        this.known = known;
        this.cache = new ResponseCache(bytes, clock);
    }

    @Override
    public Answer generate(Request request) {
        if (request.terms().cause().account() == 0 || request.cancellation().isCancelled()) {
            return router.generate(request);
        }
        if (!request.terms().fresh()) {
            Optional<Answer.Answered> found = cache.find(ResponseCache.key(request, known.get()));
            if (found.isPresent()) {
                request.onText().accept(found.get().text());
                return found.get();
            }
        }
        Answer answer = router.generate(request);
        if (answer instanceof Answer.Answered answered) {
            cache.keep(ResponseCache.key(request, known.get()), answered);
        }
        return answer;
    }

    @Override
    public Optional<Estimate> estimate(Prompt prompt, Terms terms) {
        return router.estimate(prompt, terms);
    }

    /// Forgets the answers given to a person.
    @Override
    public void forget(long account) {
        cache.forget(account);
    }
}
