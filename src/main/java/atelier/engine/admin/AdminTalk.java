package atelier.engine.admin;

import atelier.chat.UserFacingException;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Adapters;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.team.TeamTalk;
import atelier.language.Phrases;
import java.util.Map;
import java.util.stream.Collectors;

/// `/admin` in chat. To everybody else it says that it is not theirs, and nothing more.
public final class AdminTalk {
    private final AdminDesk desk;
    private final TeamTalk team;
    private final Parts parts;

    public AdminTalk(Parts parts, TeamTalk team) {
        this.parts = parts;
        this.team = team;
        this.desk = new AdminDesk(new Office(parts.community(), parts.accounts(), parts.people().grants(),
                parts.people().tiers(), parts.people().zone(), parts.budgets(), parts.outbox(),
                parts.registry().configured(), () -> doors(parts.adapters()), parts.clock()));
    }

    private static Map<String, Boolean> doors(Adapters adapters) {
        return adapters.all().stream().collect(Collectors.toMap(it -> it.platform().name(), it -> it.isConnected()));
    }

    /// @param words what follows `/admin`
    public Next to(String words, Asker asker) {
        var phrases = Phrases.of(asker.account().locale());
        var aboutTeam = team.about(words, asker);
        if (aboutTeam.isPresent() && (asker.isAdmin() || asker.standing().manages())) {
            return aboutTeam.get();
        }
        if (!asker.isAdmin()) {
            return new Next.Said(Say.text(phrases.say("admin.notYours")));
        }
        if (!asker.isAlone()) {
            return new Next.Said(Say.text(phrases.say("admin.private")));
        }
        var platform = asker.chat().platform() + ":";
        var actor = parts.community().places().identities(asker.id()).stream().filter(it -> it.startsWith(platform))
                .findFirst().orElse("account " + asker.id());
        try {
            return new Next.Said(desk.run(words, new Admin(actor, asker.id(), asker.chat(), false, phrases)));
        } catch (UserFacingException refused) {
            return new Next.Said(Say.text(refused.what().in(phrases)));
        }
    }
}
