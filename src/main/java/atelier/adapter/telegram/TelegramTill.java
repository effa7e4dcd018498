package atelier.adapter.telegram;

import atelier.engine.port.StarShop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stars at Telegram, for every process: it needs no open door.
///
/// Facts: [the Bot API](https://core.telegram.org/bots/api#payments); digital goods are sold in Stars alone, without a provider.
public final class TelegramTill implements StarShop {
    private static final Logger log = LoggerFactory.getLogger(TelegramTill.class);
    private static final String STARS = "XTR";
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_DESCRIPTION = 255;

    private final BotApi api;

    public TelegramTill(TelegramSettings settings) {
        this.api = new BotApi(settings);
    }

    @Override
    public Optional<String> invoice(Invoice invoice) {
        try {
            var label = cut(invoice.title(), LONGEST_TITLE);
            return Optional.of(api.call("createInvoiceLink", Map.of("title", label, "description",
                    cut(invoice.description(), LONGEST_DESCRIPTION), "payload", invoice.order(), "provider_token", "",
                    "currency",
                    STARS, "prices", List.of(Map.of("label", label, "amount", invoice.stars())),
                    "subscription_period", invoice.period().toSeconds())).asText());
        } catch (BotApiException e) {
            log.warn("no invoice: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /// Telegram knows a subscription by one of its charges; the first one it takes.
    @Override
    public boolean renew(String buyer, List<String> charges, boolean renews) {
        for (var charge : charges) {
            try {
                api.call("editUserStarSubscription", Map.of("user_id", Long.parseLong(buyer),
                        "telegram_payment_charge_id", charge, "is_canceled", !renews));
                return true;
            } catch (BotApiException e) {
                log.warn("a subscription could not be changed: {}", e.getMessage());
            }
        }
        return false;
    }

    @Override
    public boolean refund(String buyer, String charge) {
        try {
            api.call("refundStarPayment",
                    Map.of("user_id", Long.parseLong(buyer), "telegram_payment_charge_id", charge));
            return true;
        } catch (BotApiException e) {
            log.warn("a payment could not be given back: {}", e.getMessage());
            return e.getMessage() != null && e.getMessage().contains("ALREADY_REFUNDED");
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
