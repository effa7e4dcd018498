package atelier.cli;

import atelier.account.stars.Order;
import atelier.chat.Chat;
import atelier.chat.Payment;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.UserFacingException;
import atelier.store.JdbiOrders;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives a payment in Stars back. What it paid for ends at once, and the subscription goes on no longer.
@Command(name = "refund", mixinStandardHelpOptions = true, description = "give a payment in Telegram Stars back; what it paid for ends at once")
final class RefundCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "CHARGE", description = "Telegram's number of the charge, as the payer sees it in the payment's details")
    private String charge = "";

    @Option(names = "--payer", description = "Telegram's number of who paid; needed for a payment that fits no order")
    private @Nullable String payer;

    @Spec
    private @Nullable CommandSpec spec;

    RefundCommand() {}

    @Override
    public Integer call() {
        var loaded = config.loadForPerson();
        if (loaded.telegram().token() == null) {
            throw new UserFacingException("Stars are given back through the bot: set telegram.token.");
        }
        try (var shop = PeopleOf.shop(loaded); var database = Databases.open(loaded)) {
            var orders = new JdbiOrders(database, Clock.systemUTC());
            var order = orders.chargedBy(charge);
            var buyer = order.map(Order::buyer).orElse(payer);
            if (buyer == null || !buyer.matches("\\d{1,20}")) {
                throw new UserFacingException(
                        "No order was paid by this charge. Check the number; if it is right, say who paid by --payer.");
            }
            order.ifPresent(it -> {
                if (shop.renew(it.buyer(), it.charges(), false)) {
                    orders.renews(it.id(), false);
                }
            });
            if (!shop.refund(buyer, charge)) {
                throw new UserFacingException("Telegram did not give it back; the log says why. Nothing was changed.");
            }
            orders.take(refunded(buyer, order.map(Order::id).orElse("")));
            Objects.requireNonNull(spec).commandLine().getOut()
                    .println("The payment went back to telegram:" + buyer + ", and what it paid for has ended.");
            return 0;
        }
    }

    private Payment refunded(String buyer, String order) {
        var chat = new Chat(Platform.TELEGRAM, buyer, true);
        return new Payment("refund " + charge, chat, new Sender(Platform.TELEGRAM, buyer, "", Locale.ENGLISH),
                Payment.Kind.REFUNDED, order, charge, Order.CURRENCY, 0, null, false, ReplyAddress.in(chat),
                Clock.systemUTC().instant());
    }
}
