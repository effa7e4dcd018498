package atelier.engine.provider;

import atelier.chat.Button;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.Parts;
import atelier.engine.provider.ProviderRequest.Verb;
import atelier.engine.team.Managers;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKey;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is said about the keys people bring: which there are, adding, replacing and removing them. The key itself never
/// comes here; see [KeyEntry].
public final class ProviderTalk {
    /// What is said when the vault cannot be opened.
    static final Sentence LOCKED = Sentence.of("provider.locked");

    private static final String TEAM = " for team";
    private static final String CHAT = " for chat";

    private final CloudKeys keys;
    private final Managers managers;

    public ProviderTalk(Parts parts) {
        this.keys = parts.cloudKeys();
        this.managers = new Managers(parts);
    }

    /// @param words what the person said about providers; blank lists the keys
    public Next to(String words, Asker asker) {
        var request = ProviderRequest.of(words);
        var whose = Whose.of(request, asker, managers);
        return switch (whose) {
            case Whose.Unsure(var place, _) -> Managers.asking(place, "/provider " + request.words());
            case Whose.Denied(var sentence) -> new Next.Said(Say.text(sentence.in(asker.phrases())));
            case Whose.Of of -> to(request, of, asker);
        };
    }

    private Next to(ProviderRequest request, Whose.Of whose, Asker asker) {
        var names = keys.clouds().names();
        var name = request.provider();
        if (request.verb() == Verb.LOOK) {
            return new Next.Said(list(asker));
        }
        if (name == null || (!names.contains(name) && request.verb() != Verb.REMOVE)) {
            return new Next.Said(new Say(asker.phrases().say(names.isEmpty() ? "provider.none" : "provider.which"),
                    names.stream()
                            .map(each -> choice(Known.title(each, asker.phrases()), request.with(each),
                                    Button.Style.NORMAL))
                            .toList()));
        }
        return switch (request.verb()) {
            case LOOK -> new Next.Said(list(asker));
            case ADD, REPLACE -> new Next.Said(ask(request, Known.of(name), asker));
            case REMOVE -> new Next.Said(remove(request, name, whose, asker));
            case TRY -> new Next.Errand(errand(request));
        };
    }

    /// The work in the background that tries a key; its words hold none.
    static Intent.ManageAccount errand(ProviderRequest request) {
        return new Intent.ManageAccount("provider", request.words());
    }

    /// Where a key may be entered.
    static String howToEnter(Asker asker) {
        return asker.phrases().say(asker.chat().isPrivate() ? "provider.how" : "provider.how.group");
    }

    private Say ask(ProviderRequest request, Known provider, Asker asker) {
        var phrases = asker.phrases();
        if (!asker.chat().isPrivate()) {
            return Say.text(request.team() == null
                    ? howToEnter(asker)
                    : phrases.say("provider.how.team", "words", request.words(), "provider", provider.id, "chat",
                            ProviderRequest.CHAT.equals(request.team())
                                    ? asker.chat().key()
                                    : managers.team(asker)));
        }
        return Say.text(phrases.say("provider.ask", "provider", provider.title, "page", provider.page))
                .asking("/provider " + request.words());
    }

    private Say remove(ProviderRequest request, String name, Whose.Of whose, Asker asker) {
        var phrases = asker.phrases();
        var title = Known.title(name, phrases);
        var found = both(whose.owner()).filter(key -> key.provider().equals(name))
                .filter(key -> request.place() == null || key.origin().toString().equals(request.place())).toList();
        found.forEach(key -> {
            keys.inUse().remove(key.owner(), name, key.origin());
            keys.proposed().drop(key.owner(), name, key.origin());
        });
        if (found.isEmpty()) {
            return Say.text(phrases.say("provider.nothing-to-remove", "provider", title));
        }
        return new Say(
                phrases.say("provider.removed", "whose", whose.seen().name(), "provider", title, "end",
                        KeyLine.end(found.getFirst(), asker)),
                keys.clouds().names().contains(name)
                        ? List.of(choice(phrases.say("provider.button.add-key", "provider", title),
                                request.with(Verb.ADD), Button.Style.NORMAL))
                        : List.of());
    }

    private Stream<ProviderKey> both(Owner owner) {
        return Stream.concat(keys.inUse().of(owner).stream(), keys.proposed().of(owner).stream());
    }

    private Say list(Asker asker) {
        var lines = new ArrayList<String>();
        var choices = new ArrayList<Say.Choice>();
        list(new Owner.Person(asker.id()), "", asker, lines, choices);
        var chat = asker.chat();
        var team = managers.team(asker);
        if (!chat.isPrivate() && managers.may(asker, team)) {
            list(new Owner.Team(team), TEAM, asker, lines, choices);
            var own = new Owner.Team(chat.key());
            if (!team.equals(chat.key()) && both(own).findAny().isPresent()) {
                list(own, CHAT, asker, lines, choices);
            }
        }
        if (choices.isEmpty()) {
            lines.add(asker.phrases().say("provider.none"));
        }
        return new Say(String.join("\n", lines), choices);
    }

    /// @param team what is said behind a request about the team's; empty for a person's own
    private void list(Owner owner, String team, Asker asker, List<String> lines, List<Say.Choice> choices) {
        var used = keys.inUse().of(owner);
        var proposed = keys.proposed().of(owner);
        lines.add(head(team, used.isEmpty() && proposed.isEmpty(), asker.phrases()));
        used.forEach(key -> lines.add(KeyLine.inUse(key, asker)));
        proposed.forEach(key -> lines.add(KeyLine.proposed(key, asker)));
        for (var name : keys.clouds().names()) {
            choices.addAll(ways(owner, name, team, asker.phrases()));
        }
        used.stream().filter(key -> !keys.clouds().names().contains(key.provider())
                || !keys.clouds().origin(key.provider()).equals(key.origin()))
                .forEach(key -> choices.add(new Say.Choice(
                        asker.phrases().say("provider.button.remove-at", "provider",
                                Known.title(key.provider(), asker.phrases()),
                                "host", key.origin().host()),
                        "/provider remove " + key.provider() + team + " at " + key.origin(), Button.Style.DANGER)));
    }

    private static String head(String team, boolean none, Phrases phrases) {
        return phrases.say(switch (team) {
            case "" -> none ? "provider.list.own.none" : "provider.list.own";
            case CHAT -> "provider.list.chat";
            case String _ -> none ? "provider.list.team.none" : "provider.list.team";
        });
    }

    /// What can be done about the keys of one provider.
    private List<Say.Choice> ways(Owner owner, String name, String team, Phrases phrases) {
        var words = name + team;
        var title = team.isEmpty()
                ? Known.title(name, phrases)
                : phrases.say("provider.of-team", "provider", Known.title(name, phrases));
        var choices = new ArrayList<Say.Choice>();
        if (keys.proposed().of(owner).stream().anyMatch(key -> key.provider().equals(name))) {
            choices.add(Say.Choice.of(phrases.say("provider.button.try", "provider", title), "/provider try " + words));
        }
        if (both(owner).anyMatch(key -> key.provider().equals(name))) {
            choices.add(Say.Choice.of(phrases.say("provider.button.replace-key", "provider", title),
                    "/provider replace " + words));
            choices.add(new Say.Choice(phrases.say("provider.button.remove-key", "provider", title),
                    "/provider remove " + words, Button.Style.DANGER));
        } else {
            choices.add(Say.Choice.of(phrases.say("provider.button.add", "provider", title), "/provider add " + words));
        }
        return choices;
    }

    private static Say.Choice choice(String label, ProviderRequest request, Button.Style style) {
        return new Say.Choice(label, "/provider " + request.words(), style);
    }
}
