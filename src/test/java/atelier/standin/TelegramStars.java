package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Stars at Telegram: invoice links, the question before a payment with its ten seconds, charges and what becomes of them.
public final class TelegramStars {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final long PERIOD = 2_592_000;

    /// What somebody pays.
    private record Charge(long user, String order, boolean isRefunded) {}

    private final TelegramUpdates updates;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final Map<String, Charge> charges = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong();
    private volatile InstantSource clock = InstantSource.system();

    TelegramStars(TelegramUpdates updates) {
        this.updates = updates;
    }

    /// What the dates of payments are taken from.
    public void goesBy(InstantSource time) {
        clock = time;
    }

    /// Somebody pressed Pay; the bot has ten seconds.
    ///
    /// @return by which the answer is found
    public String asks(ObjectNode from, String order, String currency, long amount) {
        var id = "pcq" + serial.incrementAndGet();
        asked.put(id, Instant.now());
        var update = TelegramForm.JSON.createObjectNode();
        update.putObject("pre_checkout_query").put("id", id).put("currency", currency).put("total_amount", amount)
                .put("invoice_payload", order).set("from", from);
        updates.add(update);
        return id;
    }

    /// What the bot answered in time: `ok` and `error_message`.
    public Optional<JsonNode> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /// What `successful_payment` of a message holds.
    public ObjectNode payment(long user, String order, String charge, String currency, long amount, boolean isRenewal) {
        charges.put(charge, new Charge(user, order, false));
        var until = clock.instant().getEpochSecond() + PERIOD;
        return TelegramForm.JSON.createObjectNode().put("currency", currency).put("total_amount", amount)
                .put("invoice_payload", order).put("telegram_payment_charge_id", charge)
                .put("provider_payment_charge_id", "").put("subscription_expiration_date", until)
                .put("is_recurring", true).put("is_first_recurring", !isRenewal);
    }

    /// What `refunded_payment` of a message holds.
    public ObjectNode refund(String order, String charge) {
        return TelegramForm.JSON.createObjectNode().put("currency", "XTR").put("total_amount", 250)
                .put("invoice_payload", order).put("telegram_payment_charge_id", charge);
    }

    /// A message's date.
    public long now() {
        return clock.instant().getEpochSecond();
    }

    boolean knows(String method) {
        return method.equals("createinvoicelink") || method.equals("answerprecheckoutquery")
                || method.equals("edituserstarsubscription") || method.equals("refundstarpayment");
    }

    JsonNode call(String method, TelegramForm form) {
        return switch (method) {
            case "createinvoicelink" -> link(form);
            case "answerprecheckoutquery" -> answered(form);
            case "edituserstarsubscription" -> edited(form);
            case "refundstarpayment" -> refunded(form);
            default -> throw new TelegramRefusal(404, "Not Found: method not found");
        };
    }

    private JsonNode link(TelegramForm form) {
        var prices = form.field("prices");
        var isRight = within(form.text("title"), 32) && within(form.text("description"), 255)
                && within(form.text("payload"), 128) && form.text("provider_token").isEmpty()
                && form.text("currency").equals("XTR") && prices.size() == 1
                && form.field("subscription_period").asLong() == PERIOD;
        if (!isRight) {
            throw TelegramRefusal.bad("INVOICE_INVALID");
        }
        var amount = prices.get(0).path("amount").asLong();
        if (amount < 1 || amount > 10_000) {
            throw TelegramRefusal.bad("CURRENCY_TOTAL_AMOUNT_INVALID");
        }
        var link = "https://t.me/$inv" + serial.incrementAndGet();
        return TelegramForm.JSON.getNodeFactory().textNode(link);
    }

    private static boolean within(String text, int most) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= most;
    }

    private JsonNode answered(TelegramForm form) {
        var born = asked.remove(form.text("pre_checkout_query_id"));
        if (born == null || Duration.between(born, Instant.now()).compareTo(LONGEST_ANSWER) > 0) {
            throw TelegramRefusal.bad("query is too old and response timeout expired or query ID is invalid");
        }
        if (!form.field("ok").asBoolean() && form.text("error_message").isEmpty()) {
            throw TelegramRefusal.bad("error_message is empty");
        }
        answers.put(form.text("pre_checkout_query_id"), form.fields());
        return yes();
    }

    private JsonNode edited(TelegramForm form) {
        var charge = charge(form);
        var update = TelegramForm.JSON.createObjectNode();
        var subscription = update.putObject("subscription").put("invoice_payload", charge.order())
                .put("state", form.field("is_canceled").asBoolean() ? "canceled" : "active");
        subscription.putObject("user").put("id", charge.user()).put("is_bot", false).put("first_name", "somebody");
        updates.add(update);
        return yes();
    }

    private JsonNode refunded(TelegramForm form) {
        var charge = charge(form);
        if (charge.isRefunded()) {
            throw TelegramRefusal.bad("CHARGE_ALREADY_REFUNDED");
        }
        var id = form.text("telegram_payment_charge_id");
        charges.put(id, new Charge(charge.user(), charge.order(), true));
        var update = TelegramForm.JSON.createObjectNode();
        var message = update.putObject("message").put("message_id", 900_000 + serial.incrementAndGet()).put("date",
                now());
        message.putObject("from").put("id", charge.user()).put("is_bot", false).put("first_name", "somebody");
        message.putObject("chat").put("id", charge.user()).put("type", "private");
        message.set("refunded_payment", refund(charge.order(), id));
        updates.add(update);
        return yes();
    }

    private Charge charge(TelegramForm form) {
        var charge = charges.get(form.text("telegram_payment_charge_id"));
        if (charge == null || charge.user() != form.field("user_id").asLong()) {
            throw TelegramRefusal.bad("CHARGE_NOT_FOUND");
        }
        return charge;
    }

    private static JsonNode yes() {
        return TelegramForm.JSON.getNodeFactory().booleanNode(true);
    }
}
