package atelier.engine.answer;

import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.team.Managers;
import atelier.quota.budget.Budgets;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What cloud models may cost: how it stands, and smaller limits that people set for themselves.
public final class BudgetTalk {
    private static final Pattern BUDGET = Pattern.compile("\\b(budgets?|spending limit)\\b");
    private static final Pattern AMOUNT = Pattern
            .compile("(?<![\\d.,-]|-\\$)(\\d{1,7}(?:[.,]\\d{1,6})?)(?![.,]?\\d)");
    /// A number that is none of ours, or one word where an amount is meant.
    private static final Pattern UNCLEAR = Pattern
            .compile("(?U).*\\d.*|budget\\s+(?!show|status|list|mine|for\\b)\\p{L}+(?:\\s+for\\s.*)?");
    private static final Pattern NONE = Pattern.compile("\\b(none|off|no|remove|unlimited|without)\\b");
    private static final Pattern DAY = Pattern.compile("\\b(day|daily|today)\\b");
    private static final Pattern TEAM = Pattern.compile("\\b(team|group|server)\\b");
    private static final Pattern CHAT = Pattern.compile("\\b(chat|channel|topic|thread)\\b");

    private final Budgets budgets;
    private final Managers managers;

    public BudgetTalk(Parts parts) {
        this.budgets = parts.budgets();
        this.managers = new Managers(parts);
    }

    /// Empty when the words are about something else.
    Optional<Next> about(String words, Asker asker) {
        var plain = words.toLowerCase(Locale.ROOT);
        return BUDGET.matcher(plain).find() ? Optional.of(about(plain, asker, payer(plain, asker))) : Optional.empty();
    }

    private Next about(String plain, Asker asker, Payer payer) {
        var phrases = asker.phrases();
        var amount = AMOUNT.matcher(plain);
        var removes = NONE.matcher(plain).find();
        if (!removes && !amount.find()) {
            if (UNCLEAR.matcher(plain).matches()) {
                return new Next.Said(Say.text(phrases.say("budget.not-understood")));
            }
            return new Next.Said(
                    new Say(standings(asker).isEmpty() ? phrases.say("budget.unlimited") : standings(asker),
                            List.of(Say.Choice.of(phrases.say("budget.button.never"), "/model local-only on"))));
        }
        if (place(payer).filter(place -> !managers.may(asker, place)).isPresent()) {
            return Managers.asking(place(payer).get(), "/settings " + plain);
        }
        var period = DAY.matcher(plain).find() ? Period.DAY : Period.MONTH;
        if (removes && period == Period.MONTH && !plain.contains("month")) {
            budgets.limit(payer, Period.DAY, null); // “none” without a time means no limit at all
        }
        var limit = removes ? null : Dollars.of(new BigDecimal(amount.group(1).replace(',', '.')));
        var standing = budgets.limit(payer, period, limit);
        return new Next.Said(new Say(standing.limit() == null
                ? phrases.say("budget.gone", "payer", payer instanceof Payer.Person ? "PERSON" : "TEAM")
                : standing.said().in(phrases)
                        + (standing.limit().equals(limit) ? "" : " " + phrases.say("budget.smaller-holds")),
                removes
                        ? List.of()
                        : List.of(Say.Choice.of(phrases.say("budget.button.away"),
                                "/settings budget none" + (period == Period.DAY ? " a day" : "")
                                        + forWhom(payer)))));
    }

    private static String forWhom(Payer payer) {
        return switch (payer) {
            case Payer.Person _,Payer.Service() -> "";
            case Payer.Chat _ -> " for chat";
            case Payer.Team _ -> " for team";
        };
    }

    /// Where somebody has to manage things to set this limit.
    private static Optional<String> place(Payer payer) {
        return switch (payer) {
            case Payer.Person _,Payer.Service() -> Optional.empty();
            case Payer.Chat(var chatKey) -> Optional.of(chatKey);
            case Payer.Team(var place) -> Optional.of(place);
        };
    }

    private Payer payer(String plain, Asker asker) {
        var chat = asker.chat();
        if (chat.isPrivate()) {
            return new Payer.Person(asker.id());
        }
        var team = managers.team(asker);
        if (TEAM.matcher(plain).find()) {
            return new Payer.Team(team);
        }
        return CHAT.matcher(plain).find()
                ? team.equals(chat.key()) ? new Payer.Team(team) : new Payer.Chat(chat.key())
                : new Payer.Person(asker.id());
    }

    /// A line for each budget with a limit; empty when there is none.
    public String standings(Asker asker) {
        var chat = asker.chat().team();
        var expense = Expense.in(asker.id(), chat, chat.isEmpty() ? "" : managers.team(asker), "");
        return budgets.standings(expense).stream().map(standing -> "- " + standing.said().in(asker.phrases()))
                .collect(Collectors.joining("\n"));
    }
}
