package atelier.adapter.telegram;

import atelier.chat.Chat;
import atelier.chat.Checkout;
import atelier.chat.Incoming;
import atelier.chat.Payment;
import atelier.chat.Payment.Kind;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Reads what updates say of money: payments and refunds, which come as messages, and changes of subscriptions.
final class PaymentReader {
    private PaymentReader() {}

    static boolean isPayment(JsonNode update) {
        var message = update.path("message");
        return message.has("successful_payment") || message.has("refunded_payment");
    }

    /// Empty when it is of something else, or of a state that says nothing of the next period.
    static Optional<Incoming> read(String eventId, JsonNode update, Clock clock) {
        var message = update.path("message");
        if (message.has("successful_payment")) {
            return Optional.of(moved(eventId, message, message.get("successful_payment"), Kind.PAID, clock));
        }
        if (message.has("refunded_payment")) {
            return Optional.of(moved(eventId, message, message.get("refunded_payment"), Kind.REFUNDED, clock));
        }
        return update.hasNonNull("subscription")
                ? changed(eventId, update.get("subscription"), clock)
                : Optional.empty();
    }

    private static Payment moved(String eventId, JsonNode message, JsonNode money, Kind kind, Clock clock) {
        var chat = UpdateReader.chat(message);
        var until = money.path("subscription_expiration_date").asLong(0);
        return new Payment(eventId, chat, UpdateReader.sender(message.path("from")), kind,
                money.path("invoice_payload").asText(), UpdateReader.required(money, "telegram_payment_charge_id"),
                money.path("currency").asText(), money.path("total_amount").asInt(-1),
                until == 0 ? null : Instant.ofEpochSecond(until),
                money.path("is_recurring").asBoolean() && !money.path("is_first_recurring").asBoolean(),
                ReplyAddress.in(chat),
                Instant.ofEpochSecond(message.path("date").asLong(clock.instant().getEpochSecond())));
    }

    private static Optional<Incoming> changed(String eventId, JsonNode subscription, Clock clock) {
        var state = subscription.path("state").asText().toLowerCase(Locale.ROOT);
        var kind = state.contains("cancel") ? Kind.STOPPED : state.equals("active") ? Kind.RESUMED : null;
        if (kind == null) {
            return Optional.empty();
        }
        var user = subscription.path("user");
        var chat = new Chat(Platform.TELEGRAM, UpdateReader.required(user, "id"), true);
        return Optional.of(new Payment(eventId, chat, UpdateReader.sender(user), kind,
                subscription.path("invoice_payload").asText(), "", "", 0, null, false, ReplyAddress.in(chat),
                clock.instant()));
    }

    /// What somebody is about to pay.
    static Checkout checkout(JsonNode query) {
        return new Checkout(UpdateReader.sender(query.path("from")), query.path("invoice_payload").asText(),
                query.path("currency").asText(), query.path("total_amount").asInt(-1));
    }
}
