package atelier.engine.admin;

import atelier.engine.community.Community;
import atelier.engine.community.Places;
import atelier.engine.delivery.Say;
import atelier.engine.team.TeamRules.Quiet;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// News for every chat that used the bot lately. [Rounds] sends them.
final class NewsVerbs {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final String STOP = "stop";

    private final Office office;
    private final Community community;

    NewsVerbs(Office office) {
        this.office = office;
        this.community = office.community();
    }

    void addTo(Map<String, Verb> verbs) {
        verbs.put("announce", Verb.careful(this::preview, this::announce));
    }

    private Optional<String> preview(String rest, Admin admin) {
        return rest.isEmpty() || rest.equals(STOP)
                ? Optional.empty()
                : Optional.of(
                        admin.say("admin.announce.ask", "count", to().size()) + "\n\n" + rest);
    }

    private Say announce(String rest, Admin admin) {
        if (rest.equals(STOP)) {
            return Say.text(community.announcements().stop()
                    .map(it -> admin.say("admin.announce.stopped", "sent", it.sent(), "all", it.all()))
                    .orElseGet(() -> admin.say("admin.announce.none")));
        }
        if (rest.isEmpty()) {
            return Say.text(community.announcements().newest()
                    .map(it -> admin.say("admin.announce.standing", "sent", it.sent(), "all", it.all(), "words",
                            it.words()))
                    .orElseGet(() -> admin.say("admin.announce.none")));
        }
        var to = to();
        community.announcements().begin(rest, admin.account(), admin.actor(), admin.chat(), to);
        return new Say(admin.say("admin.announce.begun", "count", to.size()),
                List.of(Say.Choice.of(admin.say("admin.announce.stop"), "/admin announce stop")));
    }

    /// Not where a team wants silence, nor alone with somebody who is banned.
    private List<Places.Known> to() {
        var banned = new HashSet<>(community.places().accounts(
                community.bans().all().stream().map(it -> it.whom()).toList()));
        return community.places().since(office.clock().instant().minus(LATELY)).stream()
                .filter(it -> !(it.chat().isPrivate() && banned.contains(it.account())))
                .filter(it -> community.rules().of(it.server()).quiet().get(it.chat().id()) != Quiet.SILENT).toList();
    }
}
