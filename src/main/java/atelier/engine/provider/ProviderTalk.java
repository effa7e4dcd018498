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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is said about the keys people bring: which there are, adding, replacing and removing them. The key itself never
/// comes here; see [KeyEntry].
public final class ProviderTalk {
    /// What is said when the vault cannot be opened.
    static final String LOCKED = "I can't open my store of keys at present, so nothing was kept or tried. Whoever hosts me"
            + " finds the reason in the log.";

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
            case Whose.Denied(var sentence) -> new Next.Said(Say.text(sentence));
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
            return new Next.Said(new Say(names.isEmpty()
                    ? "No cloud provider is set up here; whoever hosts me can change that."
                    : "Which provider?",
                    names.stream()
                            .map(each -> choice(Known.title(each), request.with(each), Button.Style.NORMAL)).toList()));
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
        return asker.chat().isPrivate()
                ? "To use a key, say `/provider add gemini` (or openai, anthropic) and send it when I ask."
                : "Keys are not for a chat that others read: at Discord use the command `/provider` with the words"
                        + " `add gemini`, which opens a form that only you see; elsewhere say `/provider add gemini` in"
                        + " our private chat.";
    }

    private Say ask(ProviderRequest request, Known provider, Asker asker) {
        if (!asker.chat().isPrivate()) {
            return Say.text(request.team() == null
                    ? howToEnter(asker)
                    : "Keys are not for a chat that others read: at Discord use the command `/provider` with the words `%s`,"
                            .formatted(request.words())
                            + " which opens a form that only you see; elsewhere say in our private chat"
                            + " `/provider add %s for team %s`.".formatted(provider.id,
                                    ProviderRequest.CHAT.equals(request.team())
                                            ? asker.chat().key()
                                            : managers.team(asker)));
        }
        return Say
                .text(("Send me the %s key now, alone in a message (from %s). It is tried at once, kept encrypted, and"
                        + " never shown again. I take that message away where I may; look whether it is gone. “stop” ends this.")
                        .formatted(provider.title, provider.page))
                .asking("/provider " + request.words());
    }

    private Say remove(ProviderRequest request, String name, Whose.Of whose, Asker asker) {
        var title = Known.title(name);
        var found = both(whose.owner()).filter(key -> key.provider().equals(name))
                .filter(key -> request.place() == null || key.origin().toString().equals(request.place())).toList();
        found.forEach(key -> {
            keys.inUse().remove(key.owner(), name, key.origin());
            keys.proposed().drop(key.owner(), name, key.origin());
        });
        if (found.isEmpty()) {
            return new Say("There is no %s key here to remove.".formatted(title), List.of());
        }
        return new Say("%s %s key%s is removed from here. If nothing else uses it, revoke it at the provider too."
                .formatted(capital(whose.adjective()), title, KeyLine.end(found.getFirst(), asker)),
                keys.clouds().names().contains(name)
                        ? List.of(choice("Add a " + title + " key", request.with(Verb.ADD), Button.Style.NORMAL))
                        : List.of());
    }

    private Stream<ProviderKey> both(Owner owner) {
        return Stream.concat(keys.inUse().of(owner).stream(), keys.proposed().of(owner).stream());
    }

    private Say list(Asker asker) {
        var lines = new ArrayList<String>();
        var choices = new ArrayList<Say.Choice>();
        list(new Owner.Person(asker.id()), "", "Your keys:", asker, lines, choices);
        var chat = asker.chat();
        var team = managers.team(asker);
        if (!chat.isPrivate() && managers.may(asker, team)) {
            list(new Owner.Team(team), " for team", "Keys of this chat's team:", asker, lines, choices);
            var own = new Owner.Team(chat.key());
            if (!team.equals(chat.key()) && both(own).findAny().isPresent()) {
                list(own, " for chat", "Keys of this chat alone, which come first here:", asker, lines, choices);
            }
        }
        if (choices.isEmpty()) {
            lines.add("No cloud provider is set up here; whoever hosts me can change that.");
        }
        return new Say(String.join("\n", lines), choices);
    }

    private void list(Owner owner, String team, String head, Asker asker, List<String> lines,
            List<Say.Choice> choices) {
        var used = keys.inUse().of(owner);
        var proposed = keys.proposed().of(owner);
        lines.add(used.isEmpty() && proposed.isEmpty() ? head + " none yet." : head);
        used.forEach(key -> lines.add(KeyLine.inUse(key, asker)));
        proposed.forEach(key -> lines.add(KeyLine.proposed(key, asker)));
        var label = team.isEmpty() ? "" : " (" + team.replace(" for ", "") + ")";
        for (var name : keys.clouds().names()) {
            var words = name + team;
            var title = Known.title(name) + label;
            if (proposed.stream().anyMatch(key -> key.provider().equals(name))) {
                choices.add(Say.Choice.of("Try " + title + " again", "/provider try " + words));
            }
            if (both(owner).anyMatch(key -> key.provider().equals(name))) {
                choices.add(Say.Choice.of("Replace " + title, "/provider replace " + words));
                choices.add(new Say.Choice("Remove " + title, "/provider remove " + words, Button.Style.DANGER));
            } else {
                choices.add(Say.Choice.of("Add " + title, "/provider add " + words));
            }
        }
        used.stream().filter(key -> !keys.clouds().names().contains(key.provider())
                || !keys.clouds().origin(key.provider()).equals(key.origin()))
                .forEach(key -> choices.add(new Say.Choice("Remove %s at %s".formatted(Known.title(key.provider()),
                        key.origin().host()), "/provider remove " + key.provider() + team + " at " + key.origin(),
                        Button.Style.DANGER)));
    }

    private static Say.Choice choice(String label, ProviderRequest request, Button.Style style) {
        return new Say.Choice(label, "/provider " + request.words(), style);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
