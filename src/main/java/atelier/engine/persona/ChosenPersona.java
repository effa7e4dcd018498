package atelier.engine.persona;

import atelier.account.Account;
import atelier.chat.Chat;
import atelier.conversation.Personas;
import atelier.conversation.Personas.Owner;
import atelier.conversation.Personas.Persona;
import atelier.create.Manner;
import atelier.engine.community.Places;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which persona holds for somebody somewhere: their own choice before the chat's, the chat's before the team's.
public final class ChosenPersona {
    private final Personas personas;
    private final Places places;

    public ChosenPersona(Parts parts) {
        this.personas = parts.personas();
        this.places = parts.community().places();
    }

    /// How to speak with this person here.
    public Manner manner(Account account, Chat chat) {
        var phrases = Phrases.of(account.locale());
        return of(account.id(), chat, phrases).map(one -> new Manner(phrases, one.name(), one.words()))
                .orElseGet(() -> new Manner(phrases, null, ""));
    }

    /// Empty where nobody chose one, or the person wants none.
    Optional<Persona> of(long account, Chat chat, Phrases phrases) {
        return owners(account, chat).stream().map(personas::chosen).flatMap(Optional::stream).findFirst()
                .flatMap(name -> named(name, account, chat, phrases));
    }

    /// By name: the person's own, the chat's, the team's, or one that is there from the start.
    Optional<Persona> named(String name, long account, Chat chat, Phrases phrases) {
        return owners(account, chat).stream().flatMap(owner -> personas.list(owner).stream())
                .filter(one -> one.name().equals(name)).findFirst()
                .or(() -> BuiltIn.named(name).map(builtIn -> builtIn.in(phrases)));
    }

    List<Owner> owners(long account, Chat chat) {
        Owner person = new Owner.Person(account);
        return chat.isPrivate()
                ? List.of(person)
                : Stream.of(person, new Owner.Channel(chat.key()), new Owner.Team(places.team(chat.key()))).toList();
    }
}
