package atelier.engine;

import static org.awaitility.Awaitility.await;

import atelier.SettableClock;
import atelier.account.Feature;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.account.link.Links;
import atelier.account.stars.Order;
import atelier.adapter.Hashes;
import atelier.adapter.discord.DiscordAdapter;
import atelier.adapter.discord.DiscordSettings;
import atelier.adapter.discord.SlashCommand;
import atelier.adapter.telegram.BotCommand;
import atelier.adapter.telegram.TelegramAdapter;
import atelier.adapter.telegram.TelegramSettings;
import atelier.adapter.telegram.TelegramTill;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.create.ScriptedRouter;
import atelier.standin.DiscordStandIn;
import atelier.standin.TelegramStandIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Telegram and Discord as stand-ins, an Atelier between them, and one person of each row of a table who pays and is paid back.
final class PlanStage implements AutoCloseable {
    static final int PRICE = 250;
    private static final String SKU = "5550001";
    private static final String BETTER_SKU = "5550002";

    final TelegramStandIn telegram;
    final DiscordStandIn discord;
    /// Ahead of what the platforms say it is, so that nothing they tell of is yet to come.
    final SettableClock clock = new SettableClock(Instant.now().plus(Duration.ofHours(1)));
    final TestAtelier atelier;
    private final TelegramTill till;

    PlanStage(Path folder) throws IOException {
        telegram = new TelegramStandIn(1000, 1000);
        discord = new DiscordStandIn();
        telegram.stars().goesBy(clock);
        var settings = TelegramSettings.polling(telegram.token(), telegram.url(),
                List.of(new BotCommand("subscribe", "Get a plan")));
        till = new TelegramTill(settings);
        var doors = List.<ChatAdapter>of(new TelegramAdapter(settings, new Hashes(), Clock.systemUTC()),
                new DiscordAdapter(
                        new DiscordSettings(discord.token(), URI.create(discord.apiUrl()),
                                URI.create(discord.gatewayUrl()), 0, Duration.ofSeconds(5), true, Set.of()),
                        List.of(SlashCommand.of("plan", "Tiers"), SlashCommand.of("subscribe", "Get a plan")),
                        List.of(), new Hashes(), discord.clock()));
        atelier = new TestAtelier(folder, doors, clock, new ScriptedRouter(), tiers(),
                new Offers(Map.of(discord.role(), "patron"), Map.of(SKU, "pro", BETTER_SKU, "studio"), null, "@help"),
                till);
        await().atMost(Duration.ofSeconds(30)).until(() -> doors.stream().allMatch(ChatAdapter::isConnected));
    }

    private static Tiers tiers() {
        var all = Feature.all();
        return new Tiers(Map.of("free", new Tier("free", 25, 1000, 1, true, 1), "patron",
                new Tier("patron", 100, 1000, 1, true, 1), "pro", new Tier("pro", 500, 1000, 3, true, 2, all, PRICE),
                "studio", new Tier("studio", 2000, 1000, 8, true, 3, all, 900)), "free");
    }

    /// Runs a row's words, each one thing that happens, for a person nobody met before.
    Outcome plays(String person, String script) {
        return new Play(person).run(script);
    }

    /// @param tier    of their account at the end
    /// @param charges credited and not given back
    /// @param answer  what was said to the last one who was about to pay: `ok`, `no` or nothing
    record Outcome(String tier, int charges, String answer) {}

    private final class Play {
        private final String person;
        private final Map<String, ObjectNode> bought = new HashMap<>();
        private final List<ObjectNode> owned = new ArrayList<>();
        private @Nullable Order order;
        private String answer = "";

        Play(String person) {
            this.person = person;
        }

        Outcome run(String script) {
            for (var step : script.split(" ", -1)) {
                var parts = step.split("[=:]", -1);
                step(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
            }
            var isDiscord = script.startsWith("d-");
            var platform = isDiscord ? Platform.DISCORD : Platform.TELEGRAM;
            var id = isDiscord ? discord.idOf(person) : telegramId();
            return new Outcome(atelier.tier(platform, id),
                    atelier.people.orders().of(telegramId()).stream().mapToInt(it -> it.charges().size()).sum(),
                    answer);
        }

        private void step(String what, String which, String how) {
            switch (what) {
                case "d-talk" -> talk(false);
                case "d-guild" -> talk(true);
                case "d-role" -> discord.gives(person, which.equals("on"));
                case "d-buy" -> told("ENTITLEMENT_CREATE", purchase(which, how, null), true);
                case "d-renew" -> told("ENTITLEMENT_UPDATE", purchase(which, "", days(how)), true);
                case "d-end" -> told("ENTITLEMENT_UPDATE", purchase(which, "", clock.instant()), true);
                case "d-refund" -> told("ENTITLEMENT_DELETE", purchase(which, "", null), false);
                case "d-late" -> told("ENTITLEMENT_CREATE", purchase(which, "", null), true);
                case "d-owns" -> owns(which, how);
                case "grant" -> atelier.people.grants().grant(me(), which, how.isEmpty() ? null : days(how));
                case "revoke" -> atelier.people.grants().revoke(me());
                case "days" -> pass(Integer.parseInt(which));
                case "link" -> link();
                default -> pays(what, which, how);
            }
        }

        private void pays(String what, String which, String how) {
            switch (what) {
                case "order" -> order = atelier.people.orders().place(telegramId(), which, Integer.parseInt(how));
                case "ask" -> asks(person, id(), "XTR", price());
                case "ask-other" -> asks("mallory", id(), "XTR", price());
                case "ask-price" -> asks(person, id(), "XTR", 1);
                case "ask-money" -> asks(person, id(), "EUR", price());
                case "ask-unknown" -> asks(person, "no-such-order", "XTR", price());
                case "pay" -> paid(person, id(), which, "XTR", price(), false);
                case "renew" -> paid(person, id(), which, "XTR", price(), true);
                case "pay-other" -> paid("mallory", id(), which, "XTR", price(), false);
                case "pay-price" -> paid(person, id(), which, "XTR", 1, false);
                case "pay-money" -> paid(person, id(), which, "EUR", price(), false);
                case "pay-unknown" -> paid(person, "no-such-order", which, "XTR", price(), false);
                case "again" -> telegram.deliversAgain();
                case "refund" -> settled(message(person).set("refunded_payment",
                        telegram.stars().refund(id(), charge(which))));
                case "refund-shop" -> atelier.people.stars().refund(telegramId(), charge(which));
                case "stop" -> subscription("canceled");
                case "resume" -> subscription("active");
                default -> throw new IllegalArgumentException(what);
            }
            settle();
        }

        private void asks(String who, String wanted, String currency, int amount) {
            var question = telegram.stars().asks(telegram.user(who), wanted, currency, amount);
            await().atMost(Duration.ofSeconds(10)).until(() -> telegram.stars().answer(question).isPresent());
            answer = telegram.stars().answer(question).orElseThrow().path("ok").asBoolean() ? "ok" : "no";
        }

        private void paid(String who, String wanted, String which, String currency, int amount, boolean isRenewal) {
            settled(message(who).set("successful_payment", telegram.stars().payment(telegram.idOf(who), wanted,
                    charge(which), currency, amount, isRenewal)));
        }

        private ObjectNode message(String who) {
            return telegram.inPrivate(who).put("date", telegram.stars().now());
        }

        private void settled(ObjectNode message) {
            telegram.receives(message);
            settle();
        }

        private void subscription(String state) {
            var update = telegram.user(person).objectNode();
            update.putObject("subscription").put("invoice_payload", id()).put("state", state).set("user",
                    telegram.user(person));
            telegram.updates(update);
            settle();
        }

        /// Whatever came before a question is stored when it is answered, except what came with it.
        private void settle() {
            for (var round = 0; round < 2; round++) {
                var question = telegram.stars().asks(telegram.user("nobody"), "none", "XTR", 1);
                await().atMost(Duration.ofSeconds(10)).until(() -> telegram.stars().answer(question).isPresent());
            }
        }

        private void owns(String which, String how) {
            owned.removeIf(it -> it.path("id").asText().equals(number(which)));
            if (!how.equals("gone")) {
                owned.add(purchase(which, how, null));
            }
            discord.owns(person, owned);
        }

        private ObjectNode purchase(String which, String sku, @Nullable Instant ends) {
            var before = bought.get(which);
            var item = before != null ? before.path("sku_id").asText() : sku.equals("studio") ? BETTER_SKU : SKU;
            var made = discord.entitlement(person, number(which), item, ends);
            bought.put(which, made);
            return made;
        }

        private String number(String which) {
            return "77" + (person.hashCode() & 0xffffff) + (which.hashCode() & 0xff);
        }

        private void told(String event, ObjectNode entitlement, boolean isLiving) {
            var before = atelier.learned();
            discord.tellsOf(event, isLiving ? entitlement : entitlement.put("deleted", true));
            await().atMost(Duration.ofSeconds(10)).until(() -> atelier.learned() > before);
        }

        private void talk(boolean inGuild) {
            var before = atelier.learned();
            if (inGuild) {
                discord.commandsInGuild(person, "plan", Map.of());
            } else {
                discord.commands(person, "plan", Map.of());
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> atelier.learned() > before);
        }

        private void link() {
            var one = atelier.account(Platform.TELEGRAM, telegramId());
            var other = atelier.account(Platform.DISCORD, discord.idOf(person));
            var links = atelier.people.links();
            var code = links.code(one, at(Platform.TELEGRAM)).orElseThrow();
            var asked = (Links.Said.Asked) links.say(other, code, at(Platform.DISCORD));
            links.agree(one, asked.link());
            if (!(links.agree(other, asked.link()) instanceof Links.Agreed.Joined)) {
                atelier.awaitIdle();
                links.agree(other, asked.link());
            }
        }

        private ReplyAddress at(Platform platform) {
            return ReplyAddress.in(new Chat(platform, person, true));
        }

        private String charge(String which) {
            return "charge-" + person + "-" + which;
        }

        private String id() {
            return order == null ? "" : order.id();
        }

        private int price() {
            return order == null ? PRICE : order.stars();
        }

        private String telegramId() {
            return Long.toString(telegram.idOf(person));
        }

        private Identity me() {
            return new Identity(Platform.TELEGRAM, telegramId(), person);
        }
    }

    private Instant days(String number) {
        return clock.instant().plus(Duration.ofDays(Long.parseLong(number)));
    }

    private void pass(int days) {
        clock.advance(Duration.ofDays(days));
        discord.advance(Duration.ofDays(days));
    }

    static Set<String> names() {
        return tiers().byName().keySet();
    }

    @Override
    public void close() {
        atelier.close();
        till.close();
        telegram.close();
        discord.close();
    }
}
