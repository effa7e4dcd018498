package atelier.engine.persona;

import atelier.conversation.Personas.Persona;
import atelier.language.Language;
import atelier.language.Phrases;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Personas that are there from the start, in every language.
enum BuiltIn {
    TEACHER, REVIEWER, PIRATE, STORYTELLER, SCIENTIST;

    /// As it is called and described in one language.
    Persona in(Phrases phrases) {
        return new Persona(phrases.say("persona.name." + name()), phrases.say("persona.style." + name()));
    }

    /// By its name in any language.
    static Optional<BuiltIn> named(String name) {
        return Stream.of(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)
                || Stream.of(Language.values()).anyMatch(language -> one.in(Phrases.of(language)).name().equals(name)))
                .findFirst();
    }
}
