package atelier.engine.admin;

import atelier.chat.Excerpt;
import atelier.engine.community.AuditLog.Act;
import atelier.engine.delivery.Say;
import atelier.engine.team.TeamDesk;
import atelier.secret.SecretMask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Does what an admin says, asks once more where that is dangerous, and notes every act. Whoever calls it has made sure that it
/// is an admin who speaks.
public final class AdminDesk {
    /// Everything that can be said, for help.
    public static final List<String> SYNTAX = List.of("status", "usage [PERSON | TEAM] [days]",
            "tier PERSON [TIER [days | until DATE] | none]",
            "budget [service | PERSON | TEAM] [DOLLARS|none] [a day]", "keys", "announce WORDS | announce stop",
            "ban PERSON [reason]", "unban PERSON", "bans", "drain", "undrain", "reports", "team [SERVER] WORDS",
            "audit [number]");
    private static final Duration SURE_WITHIN = Duration.ofMinutes(10);
    private static final int DETAIL = 300;
    /// Looking at the log of acts is no act.
    private static final Set<String> UNNOTED = Set.of("audit", "team");

    private final Office office;
    private final Map<String, Verb> verbs = new HashMap<>();

    public AdminDesk(Office office) {
        this.office = office;
        new PeopleVerbs(office).addTo(verbs);
        new MoneyVerbs(office).addTo(verbs);
        new HouseVerbs(office).addTo(verbs);
        new NewsVerbs(office).addTo(verbs);
        verbs.put("tier", new TierVerb(office));
        var team = new TeamDesk(office.community(), office.clock());
        verbs.put("team",
                (rest, admin) -> team.to(rest,
                        new TeamDesk.By(admin.actor(), admin.chat(), admin.phrases(), _ -> true)));
    }

    /// @param words such as `ban telegram:42 spam`; empty tells what can be said
    /// @throws atelier.chat.UserFacingException when they cannot be done; nothing was done then, and nothing is noted
    public Say run(String words, Admin admin) {
        var parts = words.strip().split("\\s+", 2);
        var name = parts[0].toLowerCase(Locale.ROOT);
        var rest = parts.length < 2 ? "" : parts[1].strip();
        if (name.equals("yes")) {
            return office.community().pending().take(rest, admin.account(), office.clock().instant().minus(SURE_WITHIN))
                    .map(kept -> run(kept, admin.sure())).orElseGet(() -> Say.text(admin.say("admin.gone")));
        }
        if (name.equals("no")) {
            office.community().pending().take(rest, admin.account(), office.clock().instant().minus(SURE_WITHIN));
            return Say.text(admin.say("admin.cancelled"));
        }
        var verb = verbs.get(name);
        if (verb == null) {
            return Say.text(admin.say("admin.verbs") + "\n"
                    + String.join("\n", SYNTAX.stream().map(it -> "- `/admin " + it + "`").toList()));
        }
        var warning = verb.warning(rest, admin);
        if (warning.isPresent() && !admin.isSure()) {
            return ask(words.strip(), warning.get(), admin);
        }
        var said = verb.run(rest, admin);
        if (!UNNOTED.contains(name)) {
            note(name, rest, admin);
        }
        return said;
    }

    private Say ask(String words, String warning, Admin admin) {
        var id = office.community().pending().add(admin.account(), words);
        return new Say(warning, List.of(
                new Say.Choice(admin.say("admin.yes"), "/admin yes " + id, atelier.chat.Button.Style.DANGER),
                Say.Choice.of(admin.say("admin.no"), "/admin no " + id)));
    }

    private void note(String name, String rest, Admin admin) {
        var person = Person.of(rest.split("\\s+", 2)[0], admin.chat().platform());
        var isTold = person.isPresent() && rest.split("\\s+", 2).length > 1;
        var detail = person.isEmpty() ? rest : isTold ? rest.split("\\s+", 2)[1] : "";
        office.community().audit().add(new Act(office.clock().instant(), admin.actor(), admin.chat().key(), name,
                person.map(Person::shown).orElse(""), SecretMask.mask(Excerpt.line(detail, DETAIL))));
    }
}
