package atelier.engine.admin;

import atelier.chat.UserFacingException;
import atelier.engine.community.Bans.Ban;
import atelier.engine.community.Community;
import atelier.engine.delivery.Say;
import atelier.language.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who is heard and who is not.
final class PeopleVerbs {
    private final Office office;
    private final Community community;

    PeopleVerbs(Office office) {
        this.office = office;
        this.community = office.community();
    }

    void addTo(Map<String, Verb> verbs) {
        verbs.put("ban", Verb.careful(this::banWarning, this::ban));
        verbs.put("unban", this::unban);
        verbs.put("bans", (_, admin) -> bans(admin));
    }

    private Optional<String> banWarning(String rest, Admin admin) {
        return person(rest, admin).filter(it -> !isAdmin(it))
                .map(it -> admin.say("admin.ban.ask", "person", it.shown()));
    }

    private Say ban(String rest, Admin admin) {
        var whom = whom(rest, admin);
        if (isAdmin(whom)) {
            throw new UserFacingException(Sentence.of("admin.ban.admin", "person", whom.shown()));
        }
        var parts = rest.split("\\s+", 2);
        community.bans().ban(new Ban(whom.platform().name(), whom.id(), parts.length < 2 ? "" : parts[1].strip(),
                admin.actor(), office.clock().instant()));
        return Say.text(admin.say("admin.ban.done", "person", whom.shown()));
    }

    private Say unban(String rest, Admin admin) {
        var whom = whom(rest, admin);
        return Say.text(admin.say(community.bans().lift(whom.platform().name(), whom.id())
                ? "admin.unban.done"
                : "admin.unban.none", "person", whom.shown()));
    }

    private Say bans(Admin admin) {
        var all = community.bans().all();
        return Say.text(all.isEmpty()
                ? admin.say("admin.ban.nobody")
                : all.stream().map(it -> "- %s, %s, %s%s".formatted(
                        it.whom().toLowerCase(java.util.Locale.ROOT), HouseVerbs.time(it.at()), it.by(),
                        it.reason().isEmpty() ? "" : ": " + it.reason())).collect(Collectors.joining("\n")));
    }

    private boolean isAdmin(Person person) {
        return community.admins().contains(person.platform() + ":" + person.id());
    }

    private static Person whom(String rest, Admin admin) {
        return person(rest, admin).orElseThrow(() -> new UserFacingException(Sentence.of("admin.who")));
    }

    private static Optional<Person> person(String rest, Admin admin) {
        return Person.of(rest.split("\\s+", 2)[0], admin.chat().platform());
    }
}
