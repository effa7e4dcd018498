package atelier.engine.team;

import atelier.engine.community.Community;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.generation.Cancellation;
import atelier.generation.Namesakes;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Shows and changes what a team allows, for those who may manage it. Where the platform did not say who may, it is asked, and
/// that takes an errand.
public final class TeamTalk implements Errands {
    /// By which an errand is known.
    public static final String ACTION = "team";

    private static final Pattern WISH = Pattern.compile("(?is)\\s*team\\b\\s*(.*)");

    private final Community community;
    private final Registry registry;
    private final Managers managers;
    private final TeamDesk desk;

    public TeamTalk(Parts parts) {
        this.community = parts.community();
        this.registry = parts.registry();
        this.managers = new Managers(parts);
        this.desk = new TeamDesk(parts.community(), parts.clock());
    }

    /// Empty when the words are about something else.
    public Optional<Next> about(String words, Asker asker) {
        var wish = WISH.matcher(words);
        return wish.matches() && !wish.group(1).toLowerCase(Locale.ROOT).contains("budget")
                ? Optional.of(to(wish.group(1).strip(), asker))
                : Optional.empty();
    }

    /// @param words what follows `team`
    public Next to(String words, Asker asker) {
        if (asker.isAdmin() && TeamDesk.namesServer(words)) {
            return new Next.Said(desk.to(words, by(asker)));
        }
        var server = community.places().server(asker.chat().key());
        if (server.isEmpty()) {
            return new Next.Said(Say.text(phrases(asker).say("team.none")));
        }
        if (words.isEmpty() || words.equals("show")) {
            return new Next.Said(changed(server, "", asker));
        }
        return managers.may(asker, server)
                ? new Next.Said(changed(server, words, asker))
                : new Next.Errand(new Intent.ManageAccount(ACTION, words));
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var server = community.places().server(job.address().chat().key());
        var asker = managers.asked(job, server);
        return managers.may(asker, server) && job.intent() instanceof Intent.ManageAccount it
                ? changed(server, it.request(), asker)
                : Say.text(phrases(asker).say("team.notYours"));
    }

    private Say changed(String server, String words, Asker asker) {
        return desk.to(server, words, by(asker));
    }

    private TeamDesk.By by(Asker asker) {
        var own = registry.own().of(asker.id(), asker.chat().key());
        var known = registry.configured().get();
        return new TeamDesk.By(who(asker), asker.chat(), phrases(asker),
                name -> own.stream().anyMatch(it -> it.name().equalsIgnoreCase(name))
                        || !Namesakes.of(name, known).isEmpty());
    }

    private String who(Asker asker) {
        return community.places().identities(asker.id()).stream()
                .filter(it -> it.startsWith(asker.chat().platform() + ":")).findFirst()
                .orElse("account " + asker.id());
    }

    private static Phrases phrases(Asker asker) {
        return Phrases.of(asker.account().locale());
    }
}
