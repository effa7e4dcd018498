package atelier.engine.admin;

import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.chat.UserFacingException;
import atelier.engine.community.Overview;
import atelier.engine.delivery.Say;
import atelier.language.Sentence;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was used, what it may cost, and on whose keys.
final class MoneyVerbs {
    private static final Pattern AMOUNT = Pattern.compile("\\$?(\\d{1,7}(?:[.,]\\d{1,6})?)\\$?");
    private static final Pattern DAY = Pattern.compile("(?i)\\b(day|daily)\\b");
    private static final int MOST_SHOWN = 10;
    private static final int DAYS = 30;

    private final Office office;

    MoneyVerbs(Office office) {
        this.office = office;
    }

    void addTo(Map<String, Verb> verbs) {
        verbs.put("usage", this::usage);
        verbs.put("budget", this::budget);
        verbs.put("budgets", this::budget);
        verbs.put("keys", (_, admin) -> keys(admin));
    }

    private Say usage(String rest, Admin admin) {
        var words = rest.split("\\s+", 2);
        var last = words[words.length - 1];
        var isOfDays = last.matches("\\d{1,3}");
        var days = isOfDays ? Math.max(1, Integer.parseInt(last)) : DAYS;
        var from = office.clock().instant().minus(Duration.ofDays(days));
        if (!rest.isEmpty() && !(isOfDays && words.length == 1)) {
            return Say.text(admin.say("admin.usage.one", "days", days) + lines(one(words[0], from, admin), admin));
        }
        var overview = office.community().overview();
        return Say.text(admin.say("admin.usage.people", "days", days) + lines(overview.people(from, MOST_SHOWN), admin)
                + "\n" + admin.say("admin.usage.teams", "days", days)
                + lines(overview.teams(from, MOST_SHOWN), admin));
    }

    private List<Overview.Share> one(String whose, Instant from, Admin admin) {
        var overview = office.community().overview();
        return Person.of(whose, admin.chat().platform())
                .map(it -> office.community().places().account(it.platform().name(), it.id())
                        .flatMap(account -> overview.person(account, from)))
                .orElseGet(() -> overview.team(whose, from)).stream().toList();
    }

    private static String lines(List<Overview.Share> shares, Admin admin) {
        return shares.isEmpty()
                ? "\n- –"
                : shares.stream().map(it -> "\n- " + admin.say("admin.usage.line", "who", it.who(), "calls", it.calls(),
                        "tokens", it.tokens(), "usd", Dollars.of(it.usd()).text())).collect(Collectors.joining());
    }

    private Say keys(Admin admin) {
        var keys = office.community().overview().keys();
        return Say.text(keys.isEmpty()
                ? admin.say("admin.keys.none")
                : keys.stream().map(it -> "- %s: %s …%s (%s), %s".formatted(it.owner().key(), it.provider(),
                        it.lastFour(), it.origin(), HouseVerbs.time(it.rotated()))).collect(Collectors.joining("\n")));
    }

    private Say budget(String rest, Admin admin) {
        var words = rest.split("\\s+", 2);
        var payer = payer(words[0], admin);
        if (payer.isEmpty()) {
            throw new UserFacingException(Sentence.of("admin.budget.whose"));
        }
        var wish = words.length < 2 ? "" : words[1].strip().toLowerCase(Locale.ROOT);
        if (wish.isEmpty()) {
            return shown(payer.get(), words[0], admin);
        }
        var amount = AMOUNT.matcher(wish.split("\\s+", 2)[0]);
        var isNone = wish.startsWith("none");
        if (payer.get() instanceof Payer.Service || (!isNone && !amount.matches())) {
            throw new UserFacingException(Sentence.of("admin.budget.whose"));
        }
        var period = DAY.matcher(wish).find() ? Period.DAY : Period.MONTH;
        if (isNone && wish.equals("none")) {
            office.budgets().allow(payer.get(), Period.DAY, null); // without a time: no limit at all
        }
        office.budgets().allow(payer.get(), period,
                isNone ? null : Dollars.of(new BigDecimal(amount.group(1).replace(',', '.'))));
        return shown(payer.get(), words[0], admin);
    }

    private Say shown(Payer payer, String named, Admin admin) {
        return Say.text(Stream.of(Period.values()).map(period -> office.budgets().standing(payer, period))
                .map(it -> "- " + (payer instanceof Payer.Service ? it.said() : it.said(named)).in(admin.phrases()))
                .collect(Collectors.joining("\n")));
    }

    private Optional<Payer> payer(String word, Admin admin) {
        if (word.isEmpty() || word.equals("service")) {
            return Optional.of(new Payer.Service());
        }
        var person = Person.of(word, admin.chat().platform());
        if (person.isPresent()) {
            var it = person.get();
            return Optional.of(new Payer.Person(office.accounts()
                    .of(Sender.unheard(it.platform(), it.id())).id()));
        }
        var isTeam = Stream.of(Platform.values()).anyMatch(it -> word.startsWith(it + ":"));
        return isTeam ? Optional.of(new Payer.Team(word)) : Optional.empty();
    }
}
