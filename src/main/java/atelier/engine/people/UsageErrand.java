package atelier.engine.people;

import atelier.account.Accounts;
import atelier.create.Artifact;
import atelier.engine.answer.BudgetTalk;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.generation.Cancellation;
import atelier.generation.OwnModel;
import atelier.generation.setup.OwnModels;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.usage.Cost;
import atelier.usage.ModelFigures;
import atelier.usage.Scope;
import atelier.usage.UsageChart;
import atelier.usage.UsageDays;
import atelier.usage.UsageLog;
import atelier.usage.UsageSlot;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What was used and what it cost, in words and as a picture.
public final class UsageErrand implements Errands {
    public static final String ACTION = "usage";
    private static final int MOST_MODELS = 12;

    private final UsageLog usage;
    private final Accounts accounts;
    private final OwnModels own;
    private final BudgetTalk budgets;
    private final QuotaTalk quota;
    private final InstantSource clock;
    private final ZoneId zone;

    public UsageErrand(Parts parts) {
        this.usage = parts.usage();
        this.accounts = parts.accounts();
        this.own = parts.registry().own();
        this.budgets = new BudgetTalk(parts);
        this.quota = new QuotaTalk(parts);
        this.clock = parts.clock();
        this.zone = parts.people().zone();
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var asker = Asker.of(accounts, job.account(), job.address().chat());
        var phrases = Phrases.of(asker.account().locale());
        var wish = UsageWish.of(job.intent() instanceof Intent.ManageAccount it ? it.request() : "");
        if (wish.whose() != UsageWish.Whose.MINE && !asker.isAdmin()) {
            return Say.text(phrases.say("usage.admins-only"));
        }
        return shown(asker, phrases, wish, scope(wish, asker));
    }

    private static Scope scope(UsageWish wish, Asker asker) {
        return switch (wish.whose()) {
            case MINE -> new Scope.Person(asker.id());
            case TEAM -> new Scope.Chat(asker.chat().key());
            case EVERYBODY -> new Scope.Everybody();
        };
    }

    private Say shown(Asker asker, Phrases phrases, UsageWish wish, Scope scope) {
        var today = clock.instant().atZone(zone).toLocalDate();
        var from = today.minusDays(wish.days() - 1L).atStartOfDay(zone).toInstant();
        var slots = usage.slots(scope, from);
        var title = phrases.say("usage.title." + wish.whose().word(), "days", wish.days());
        var key = key(asker, phrases, wish);
        var models = usage.models(scope, from).stream().filter(it -> it.task().isEmpty()).limit(MOST_MODELS)
                .map(it -> line(it, key, phrases)).collect(Collectors.joining());
        var mine = wish.whose() == UsageWish.Whose.MINE;
        var text = (mine ? quota.standing(asker.account()) + "\n" : "") + title + " " + sum(slots, key, phrases)
                + models
                + (mine ? budgets(asker, phrases) : "");
        var choices = UsageWish.RANGES.stream().filter(it -> it != wish.days())
                .map(it -> Say.Choice.of(phrases.say("usage.button", "days", it),
                        "/usage " + it + wish.whose().typed()))
                .toList();
        var said = new Say(text, choices);
        var days = UsageDays.of(slots, today, wish.days(), zone, phrases);
        return days.answers().isEmpty()
                ? said
                : said.with(new Artifact("usage.png", "image/png", UsageChart.png(days, words(phrases, wish))));
    }

    private static UsageChart.Words words(Phrases phrases, UsageWish wish) {
        var words = chart(phrases, wish);
        return words.canBeDrawn() ? words : chart(Phrases.of(Locale.ENGLISH), wish);
    }

    private static UsageChart.Words chart(Phrases phrases, UsageWish wish) {
        return new UsageChart.Words(
                phrases.say("usage.title." + wish.whose().word(), "days", wish.days()).replaceAll("[:：]$", ""),
                phrases.say("usage.chart.answers"), phrases.say("usage.chart.cost"), phrases.say("usage.chart.others"),
                phrases.say("usage.built-in"));
    }

    private static String sum(List<UsageSlot> slots, String key, Phrases phrases) {
        var cost = slots.stream().map(UsageSlot::cost).reduce(Cost.NOTHING, Cost::plus);
        return phrases.say("usage.sum", "answers", slots.stream().mapToLong(UsageSlot::answers).sum(), "input",
                slots.stream().mapToLong(UsageSlot::inputTokens).sum(), "output",
                slots.stream().mapToLong(UsageSlot::outputTokens).sum(), "cost",
                cost(cost, slots.stream().allMatch(UsageSlot::local), key, phrases));
    }

    private static String line(ModelFigures it, String key, Phrases phrases) {
        return "\n- " + phrases.say("usage.model", "model", it.model(), "provider", it.provider(), "answers", it.done(),
                "seconds", String.format(Locale.ROOT, "%.1f", it.medianMs() / 1000.0), "cost",
                cost(it.cost(), it.local(), key, phrases)) + ", 👍 " + it.likes() + " 👎 " + it.dislikes();
    }

    private static String cost(Cost cost, boolean isLocal, String key, Phrases phrases) {
        if (cost.isNothing()) {
            return phrases.say(isLocal ? "usage.free" : "usage.not-charged");
        }
        var ours = dollars(cost.usd());
        var theirs = phrases.say("usage.on-key", "amount", dollars(cost.keyUsd()), "key", key);
        return cost.keyUsd() <= 0 ? ours : cost.usd() <= 0 ? theirs : ours + " + " + theirs;
    }

    private static String dollars(double amount) {
        return amount < 0.0001 ? "< $0.0001" : String.format(Locale.ROOT, "$%.4f", amount);
    }

    private String budgets(Asker asker, Phrases phrases) {
        var lines = budgets.standings(asker);
        return lines.isEmpty() ? "" : "\n" + phrases.say("usage.budgets") + "\n" + lines;
    }

    /// Whose key was paid on is not kept: what is there now tells, unless it may be either.
    private String key(Asker asker, Phrases phrases, UsageWish wish) {
        if (wish.whose() != UsageWish.Whose.MINE) {
            return phrases.say("usage.key.theirs");
        }
        var whose = own.of(asker.id(), asker.chat().key()).stream().filter(model -> !model.provider().isLocal())
                .map(OwnModel::whose).collect(Collectors.toSet());
        if (!whose.isEmpty() && Set.of(OwnModel.Whose.CHAT, OwnModel.Whose.TEAM).containsAll(whose)) {
            return phrases.say("usage.key.team");
        }
        return asker.chat().team().isEmpty() && whose.equals(Set.of(OwnModel.Whose.PERSON))
                ? phrases.say("usage.key.own")
                : phrases.say("usage.key.either");
    }
}
