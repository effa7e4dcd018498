package atelier.adapter.telegram;

import atelier.chat.Receiver;
import atelier.language.Phrases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers those who are about to pay. Telegram gives ten seconds, after which the payment fails; so it is decided on the thread
/// that brought the question, before anything else of its batch is stored, and no later than after a few seconds.
final class Checkouts {
    private static final Logger log = LoggerFactory.getLogger(Checkouts.class);
    private static final Duration DECISION = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final BotApi api;
    private final Receiver receiver;

    Checkouts(BotApi api, Receiver receiver) {
        this.api = api;
        this.receiver = receiver;
    }

    /// Answers the question of this update, if it is one. Never throws.
    ///
    /// @return whether it was
    boolean answered(JsonNode update) {
        var query = update.path("pre_checkout_query");
        if (!query.hasNonNull("id")) {
            return false;
        }
        try {
            answer(query.get("id").asText(), refusal(query));
        } catch (RuntimeException e) {
            log.error("somebody who wanted to pay was not answered", e);
        }
        return true;
    }

    private Optional<String> refusal(JsonNode query) {
        var decided = new CompletableFuture<Optional<String>>();
        Thread.ofVirtual().name("checkout").start(() -> {
            try {
                decided.complete(receiver.refusal(PaymentReader.checkout(query)));
            } catch (RuntimeException e) {
                decided.completeExceptionally(e);
            }
        });
        try {
            return decided.get(DECISION.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(busy(query));
        } catch (ExecutionException | TimeoutException e) {
            log.error("whether somebody may pay could not be decided in time", e);
            return Optional.of(busy(query));
        }
    }

    private static String busy(JsonNode query) {
        return Phrases.of(UpdateReader.locale(query.path("from"))).say("door.busy");
    }

    private void answer(String id, Optional<String> refusal) {
        var parameters = new HashMap<String, Object>();
        parameters.put("pre_checkout_query_id", id);
        parameters.put("ok", refusal.isEmpty());
        refusal.ifPresent(why -> parameters.put("error_message", why));
        var _ = api.begin("answerPreCheckoutQuery", parameters, ANSWER).whenComplete((answer, failure) -> {
            if (failure != null || answer.statusCode() != 200) {
                log.warn("Telegram did not take the answer to somebody who wanted to pay");
            }
        });
    }
}
