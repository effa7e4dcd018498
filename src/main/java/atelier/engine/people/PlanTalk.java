package atelier.engine.people;

import atelier.account.Tier;
import atelier.account.stars.Order;
import atelier.chat.Button;
import atelier.chat.Platform;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tiers: what one has, what there is, how to come by it and what follows from paying.
public final class PlanTalk {
    private static final Set<String> ACTIONS = Set.of("subscribe", "terms", "paysupport");

    private final People people;
    private final QuotaTalk quota;
    private final Origins origins;
    private final InstantSource clock;

    public PlanTalk(Parts parts) {
        this.people = parts.people();
        this.quota = new QuotaTalk(parts);
        this.origins = new Origins(people);
        this.clock = parts.clock();
    }

    /// What `/quota`, `/usage` and `/plan` say.
    public Next standing(Intent.ShowUsage asked, Asker asker) {
        return switch (asked.view()) {
            case "plan" -> new Next.Said(plan(asker));
            case "quota" -> new Next.Said(quota.about(asker));
            case String _ -> new Next.Errand(new Intent.ManageAccount(UsageErrand.ACTION, asked.request()));
        };
    }

    /// Empty when it is about something else.
    public Optional<Next> about(Intent.ManageAccount asked, Asker asker) {
        if (!ACTIONS.contains(asked.action())) {
            return Optional.empty();
        }
        var phrases = Phrases.of(asker.account().locale());
        return Optional.of(switch (asked.action()) {
            case "terms" -> new Next.Said(terms(phrases));
            case "paysupport" -> new Next.Said(support(phrases, asker));
            case String _ -> subscribe(asked.request().strip(), asker, phrases);
        });
    }

    private Say plan(Asker asker) {
        var account = asker.account();
        var phrases = Phrases.of(account.locale());
        var lines = new ArrayList<String>();
        lines.add(quota.standing(account));
        lines.add(origins.sentence(account));
        lines.add(allowed(phrases, account.tier()));
        var others = people.tiers().all().stream().filter(it -> !it.name().equals(account.tier().name())).toList();
        others.forEach(it -> lines.add("- **" + it.name() + "**" + price(phrases, it, asker.chat().platform()) + ": "
                + phrases.say("plan.day", "messages", it.messagesPerDay()) + ", " + allowed(phrases, it)));
        var choices = isSold() && others.stream().anyMatch(it -> Tier.BY_WORTH.compare(it, account.tier()) > 0)
                ? List.of(new Say.Choice(phrases.say("plan.button.subscribe"), "/subscribe", Button.Style.PRIMARY))
                : List.<Say.Choice>of();
        return new Say(String.join("\n", lines), choices);
    }

    private static String allowed(Phrases phrases, Tier tier) {
        return phrases.say("plan.allowed", "jobs", tier.concurrentJobs(), "requests", tier.requestsPerMinute(), "cloud",
                phrases.say(tier.cloud() ? "plan.cloud" : "plan.no-cloud"), "features",
                Features.names(phrases, tier.features()));
    }

    private String price(Phrases phrases, Tier tier, Platform where) {
        if (where == Platform.DISCORD && people.offers().sku(tier.name()).isPresent()) {
            return " (" + phrases.say("plan.at-discord") + ")";
        }
        if (tier.stars() == 0) {
            return "";
        }
        var price = phrases.say("plan.price", "stars", tier.stars());
        return " (" + (where == Platform.TELEGRAM ? price : phrases.say("plan.at-telegram", "price", price)) + ")";
    }

    private boolean isSold() {
        return people.tiers().all().stream()
                .anyMatch(it -> it.stars() > 0 || people.offers().sku(it.name()).isPresent());
    }

    private Next subscribe(String words, Asker asker, Phrases phrases) {
        if (!isSold()) {
            return said(phrases.say("plan.nothing-sold"));
        }
        return switch (asker.chat().platform()) {
            case TELEGRAM -> atTelegram(words, asker, phrases);
            case DISCORD -> new Next.Said(atDiscord(phrases));
            case TERMINAL, WEB -> said(phrases.say("plan.elsewhere") + "\n" + offers(phrases));
        };
    }

    private String offers(Phrases phrases) {
        return people.tiers().all().stream()
                .filter(it -> it.stars() > 0 || people.offers().sku(it.name()).isPresent())
                .map(it -> "- **" + it.name() + "**: " + (it.stars() > 0
                        ? phrases.say("plan.at-telegram", "price", phrases.say("plan.price", "stars", it.stars()))
                        : phrases.say("plan.at-discord")))
                .collect(Collectors.joining("\n"));
    }

    private Say atDiscord(Phrases phrases) {
        var sold = people.tiers().all().stream().flatMap(it -> people.offers().sku(it.name()).stream())
                .map(sku -> new Say.Choice(sku, sku, Button.Style.BUYS)).toList();
        return sold.isEmpty()
                ? Say.text(phrases.say("plan.elsewhere") + "\n" + offers(phrases))
                : new Say(phrases.say("plan.choose-discord"), sold);
    }

    private Next atTelegram(String words, Asker asker, Phrases phrases) {
        var sold = people.tiers().all().stream().filter(it -> it.stars() > 0).toList();
        if (sold.isEmpty()) {
            return said(phrases.say("plan.elsewhere") + "\n" + offers(phrases));
        }
        if (!asker.chat().isPrivate()) {
            return said(phrases.say("plan.privately"));
        }
        var verb = words.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        var isKnown = verb.equals("stop") || verb.equals("resume")
                || sold.stream().anyMatch(it -> it.name().equals(verb));
        return isKnown
                ? new Next.Errand(new Intent.ManageAccount("subscribe", words.toLowerCase(Locale.ROOT).equals(verb)
                        ? verb
                        : verb + " " + words.split("\\s+", 2)[1]))
                : new Next.Said(shop(asker, phrases, sold));
    }

    private Say shop(Asker asker, Phrases phrases, List<Tier> sold) {
        var running = running(asker);
        var lines = new ArrayList<String>();
        var choices = new ArrayList<Say.Choice>();
        running.forEach(it -> {
            lines.add(phrases.say(it.renews() ? "plan.running" : "plan.ending", "tier", it.tier(), "date",
                    origins.at(it.ends())));
            choices.add(it.renews()
                    ? new Say.Choice(phrases.say("plan.button.stop", "tier", it.tier()), "/subscribe stop " + it.id(),
                            Button.Style.DANGER)
                    : Say.Choice.of(phrases.say("plan.button.resume", "tier", it.tier()),
                            "/subscribe resume " + it.id()));
        });
        lines.add(phrases.say("plan.choose-stars"));
        sold.stream().filter(it -> running.stream().noneMatch(has -> has.tier().equals(it.name())))
                .forEach(it -> choices.add(new Say.Choice("%s · %d ⭐".formatted(it.name(), it.stars()),
                        "/subscribe " + it.name(), Button.Style.PRIMARY)));
        return new Say(String.join("\n", lines), choices);
    }

    private List<Order> running(Asker asker) {
        return people.grants().of(asker.id()).stream().filter(it -> it.identity().platform() == Platform.TELEGRAM)
                .flatMap(it -> people.orders().find(it.reference()).stream())
                .filter(it -> it.isRunning(clock.instant())).toList();
    }

    private Say terms(Phrases phrases) {
        var page = people.offers().terms();
        return Say.text(phrases.say("plan.terms")
                + (page == null ? "" : "\n" + phrases.say("plan.terms-page", "page", page.toString())));
    }

    private Say support(Phrases phrases, Asker asker) {
        var whom = people.offers().support();
        return Say.text((whom.isBlank()
                ? phrases.say("plan.support-unknown")
                : phrases.say("plan.support", "whom", whom)) + " "
                + phrases.say("plan.support-number", "account", Long.toString(asker.id())));
    }

    private static Next said(String sentence) {
        return new Next.Said(Say.text(sentence));
    }
}
