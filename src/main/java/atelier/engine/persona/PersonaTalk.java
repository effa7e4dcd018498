package atelier.engine.persona;

import atelier.chat.Excerpt;
import atelier.conversation.Personas;
import atelier.conversation.Personas.Owner;
import atelier.conversation.Personas.Persona;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.persona.PersonaRequest.Place;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.team.Managers;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers what people want of personas; free.
public final class PersonaTalk {
    private static final Pattern MEANT = Pattern.compile("(?iu)^\\s*/persona\\b|^[^:]{0,60}\\bpersonas?\\b");
    private static final int MOST = 30;
    private static final int MOST_BUTTONS = 8;
    private static final int LONGEST_SHOWN = 90;

    private final Personas personas;
    private final ChosenPersona chosen;
    private final Managers managers;

    public PersonaTalk(Parts parts) {
        this.personas = parts.personas();
        this.chosen = new ChosenPersona(parts);
        this.managers = new Managers(parts);
    }

    /// Whether these words are about personas rather than about templates.
    public static boolean isMeant(String words) {
        return MEANT.matcher(words).find();
    }

    /// What holds for others is set by those who manage the place.
    public Next to(String words, Asker asker) {
        var request = PersonaRequest.of(words);
        var isRule = switch (request.what()) {
            case LIST, SHOW -> false;
            case USE, SAVE, REMOVE, OFF -> request.place() != Place.PERSON;
        };
        if (isRule && asker.chat().isPrivate()) {
            return new Next.Said(say(asker, "persona.no-others"));
        }
        return isRule && !managers.may(asker, place(request, asker))
                ? Managers.asking(place(request, asker), typed(request))
                : new Next.Said(answer(request, asker));
    }

    private Say answer(PersonaRequest request, Asker asker) {
        return switch (request.what()) {
            case LIST -> list(asker);
            case USE -> use(request, asker);
            case SAVE -> save(request, asker);
            case SHOW -> show(request.name(), asker);
            case REMOVE -> remove(request, asker);
            case OFF -> off(request, asker);
        };
    }

    private static Say say(Asker asker, String key, Object... namesAndValues) {
        return Say.text(asker.phrases().say(key, namesAndValues));
    }

    private Say list(Asker asker) {
        var phrases = asker.phrases();
        var all = new LinkedHashMap<String, Persona>();
        chosen.owners(asker.id(), asker.chat()).stream().flatMap(owner -> personas.list(owner).stream())
                .forEach(one -> all.putIfAbsent(one.name(), one));
        Stream.of(BuiltIn.values()).map(one -> one.in(phrases)).forEach(one -> all.putIfAbsent(one.name(), one));
        var active = chosen.of(asker.id(), asker.chat(), phrases).map(Persona::name).orElse("");
        var lines = new ArrayList<String>();
        all.values().forEach(one -> lines.add("- **%s**%s: %s".formatted(one.name(),
                one.name().equals(active) ? " ✓" : "", Excerpt.line(one.words(), LONGEST_SHOWN))));
        var choices = new ArrayList<Say.Choice>();
        all.keySet().stream().filter(name -> !name.equals(active)).limit(MOST_BUTTONS)
                .forEach(name -> choices.add(Say.Choice.of(name, "/persona use " + name)));
        if (!active.isEmpty()) {
            choices.add(Say.Choice.of(phrases.say("persona.button.off"), "/persona off"));
        }
        return new Say(phrases.say("persona.list", "list", String.join("\n", lines)), choices);
    }

    private Say use(PersonaRequest request, Asker asker) {
        var phrases = asker.phrases();
        var meant = chosen.named(request.name(), asker.id(), asker.chat(), phrases);
        if (meant.isEmpty()) {
            return unknown(request.name(), asker);
        }
        // What a chat uses must be there for everybody in it.
        if (request.place() != Place.PERSON && BuiltIn.named(request.name()).isEmpty()
                && personas.list(owner(request, asker)).stream().noneMatch(one -> one.equals(meant.get()))) {
            personas.save(owner(request, asker), meant.get());
        }
        personas.choose(owner(request, asker), meant.get().name());
        return new Say(phrases.say("persona.used", "name", meant.get().name(), "whose",
                phrases.say("persona.whose." + request.place())), List.of(offChoice(request, asker)));
    }

    private Say save(PersonaRequest request, Asker asker) {
        if (request.words().length() > Persona.LONGEST) {
            return say(asker, "persona.too-long", "length", request.words().length(), "most", Persona.LONGEST);
        }
        var owner = owner(request, asker);
        var before = personas.list(owner).stream().filter(one -> one.name().equals(request.name())).findFirst();
        if (before.isEmpty() && personas.list(owner).size() >= MOST) {
            return say(asker, "persona.full", "most", MOST);
        }
        personas.save(owner, new Persona(request.name(), request.words()));
        var phrases = asker.phrases();
        return new Say(phrases.say("persona.saved", "name", request.name()),
                List.of(Say.Choice.of(phrases.say("persona.button.use"),
                        "/persona use " + request.name() + suffix(request)),
                        before.filter(one -> !one.words().equals(request.words()))
                                .map(one -> back(request, one, phrases))
                                .orElseGet(() -> Say.Choice.of(phrases.say("persona.button.remove"),
                                        "/persona remove " + request.name() + suffix(request)))));
    }

    private Say show(String name, Asker asker) {
        var phrases = asker.phrases();
        return chosen.named(name, asker.id(), asker.chat(), phrases)
                .map(one -> new Say("**%s**:\n%s".formatted(one.name(), one.words()),
                        List.of(Say.Choice.of(phrases.say("persona.button.use"), "/persona use " + one.name()))))
                .orElseGet(() -> unknown(name, asker));
    }

    private Say remove(PersonaRequest request, Asker asker) {
        var owner = owner(request, asker);
        var there = personas.list(owner).stream().filter(one -> one.name().equals(request.name())).findFirst();
        if (there.isEmpty()) {
            return BuiltIn.named(request.name()).isPresent()
                    ? say(asker, "persona.built-in", "name", request.name())
                    : unknown(request.name(), asker);
        }
        personas.remove(owner, request.name());
        var phrases = asker.phrases();
        return new Say(phrases.say("persona.removed", "name", request.name()),
                List.of(back(request, there.get(), phrases)));
    }

    private static Say.Choice back(PersonaRequest request, Persona before, Phrases phrases) {
        return Say.Choice.of(phrases.say("job.button.undo"),
                "/persona save %s%s: %s".formatted(request.name(), suffix(request), before.words()));
    }

    /// A person may want none where their chat has one.
    private Say off(PersonaRequest request, Asker asker) {
        personas.choose(owner(request, asker), request.place() == Place.PERSON ? "" : null);
        return say(asker, "persona.off");
    }

    private Say unknown(String name, Asker asker) {
        return new Say(asker.phrases().say("persona.unknown", "name", name), list(asker).choices());
    }

    private static Say.Choice offChoice(PersonaRequest request, Asker asker) {
        return Say.Choice.of(asker.phrases().say("persona.button.off"), "/persona off" + suffix(request));
    }

    /// As it would be typed, which is read the same again.
    private static String typed(PersonaRequest request) {
        var place = suffix(request);
        return "/persona " + switch (request.what()) {
            case LIST -> "list";
            case SHOW -> "show " + request.name();
            case USE -> "use " + request.name() + place;
            case SAVE -> "save %s%s: %s".formatted(request.name(), place, request.words());
            case REMOVE -> "remove " + request.name() + place;
            case OFF -> "off" + place;
        };
    }

    private static String suffix(PersonaRequest request) {
        return switch (request.place()) {
            case PERSON -> "";
            case CHANNEL -> " for channel";
            case TEAM -> " for team";
        };
    }

    private String place(PersonaRequest request, Asker asker) {
        return request.place() == Place.TEAM ? managers.team(asker) : asker.chat().key();
    }

    private Owner owner(PersonaRequest request, Asker asker) {
        return switch (request.place()) {
            case PERSON -> new Owner.Person(asker.id());
            case CHANNEL -> new Owner.Channel(asker.chat().key());
            case TEAM -> new Owner.Team(managers.team(asker));
        };
    }
}
