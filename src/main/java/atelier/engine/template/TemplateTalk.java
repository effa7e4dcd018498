package atelier.engine.template;

import atelier.chat.Button;
import atelier.chat.Excerpt;
import atelier.conversation.Conversation;
import atelier.conversation.Templates;
import atelier.conversation.Templates.Template;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.team.Managers;
import atelier.engine.version.Versions;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers what people want of their templates; free. Using one says its words for the person.
public final class TemplateTalk {
    /// What a wish is told by; it says nothing of what is wished for.
    private static final Pattern COMMAND = Pattern.compile("^/(?:\\S{1,40}\\s{1,9}(?=\\S))?");
    private static final int MOST = 100;
    private static final int MOST_LISTED = 25;
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_SHOWN = 120;

    private final Templates templates;
    private final Versions versions;
    private final Managers managers;

    public TemplateTalk(Parts parts) {
        this.templates = parts.templates();
        this.versions = new Versions(parts);
        this.managers = new Managers(parts);
    }

    public Next to(String words, Asker asker, Conversation conversation) {
        return switch (TemplateRequest.of(words)) {
            case TemplateRequest.Listed(var said) -> called(asker, said);
            case TemplateRequest.Used(var name, var rest) -> use(asker, name, rest);
            case TemplateRequest.Saved(var name, var wish) -> new Next.Said(wish == null
                    ? keep(asker, name, versions.current(conversation.id()))
                    : save(asker, name, wish, ""));
            case TemplateRequest.Kept(var job) ->
                new Next.Said(keep(asker, "", versions.find(asker.id(), asker.chat(), job)));
            case TemplateRequest.Shown(var name) -> new Next.Said(show(asker, name));
            case TemplateRequest.Renamed(var name, var to) -> new Next.Said(rename(asker, name, to));
            case TemplateRequest.Removed(var name) -> new Next.Said(remove(asker, name));
            case TemplateRequest.Shared(var name, var isTakenBack, _) when isTakenBack -> unshare(asker, name);
            case TemplateRequest.Shared(var name, _, var isForTeam) -> share(asker, name, isForTeam);
        };
    }

    /// A name alone uses what is called that.
    private Next called(Asker asker, String said) {
        var parts = said.split("\\s+", 2);
        var name = TemplateRequest.name(parts[0]);
        return name.isEmpty() || find(asker, name).isEmpty()
                ? new Next.Said(list(asker))
                : use(asker, name, parts.length > 1 ? parts[1] : "");
    }

    /// Where somebody's words are heard by others too.
    private List<String> places(Asker asker) {
        var chat = asker.chat();
        return chat.isPrivate() ? List.of() : Stream.of(chat.key(), managers.team(asker)).distinct().toList();
    }

    private List<Template> shared(Asker asker) {
        return places(asker).stream().flatMap(place -> templates.shared(place).stream()).toList();
    }

    /// One's own before those of others.
    private Optional<Template> find(Asker asker, String name) {
        return templates.find(asker.id(), name)
                .or(() -> shared(asker).stream().filter(one -> one.name().equals(name)).findFirst());
    }

    private Say list(Asker asker) {
        var phrases = asker.phrases();
        var all = templates.list(asker.id());
        var shared = shared(asker);
        if (all.isEmpty() && shared.isEmpty()) {
            return Say.text(phrases.say("template.none") + " " + phrases.say("template.how"));
        }
        var text = new StringBuilder();
        if (!all.isEmpty()) {
            var more = all.size() > MOST_LISTED
                    ? "\n- " + phrases.say("template.more", "count", all.size() - MOST_LISTED)
                    : "";
            text.append(phrases.say("template.yours")).append('\n').append(lines(all)).append(more).append("\n\n");
        }
        if (!shared.isEmpty()) {
            text.append(phrases.say("template.shared")).append('\n').append(lines(shared)).append("\n\n");
        }
        return new Say(text.append(phrases.say("template.how")).toString(),
                Stream.concat(all.stream(), shared.stream()).map(Template::name).distinct().limit(MOST_BUTTONS)
                        .map(name -> useChoice(name, phrases)).toList());
    }

    private static String lines(List<Template> templates) {
        return templates.stream().limit(MOST_LISTED).map(template -> "- **%s**: %s".formatted(template.name(),
                Excerpt.line(template.words(), LONGEST_SHOWN))).collect(Collectors.joining("\n"));
    }

    private static Say.Choice useChoice(String name, Phrases phrases) {
        return Say.Choice.of(phrases.say("template.button.use-named", "name", name), "/template use " + name);
    }

    private Next use(Asker asker, String name, String rest) {
        var template = find(asker, name);
        if (template.isEmpty()) {
            return new Next.Said(unknown(asker, name));
        }
        var blanks = Blanks.of(template.get().words(), rest);
        var missing = blanks.missing();
        return missing.isEmpty()
                ? new Next.Spoken(blanks.text())
                : new Next.Said(
                        Say.text(asker.phrases().say("template.what", "name", name, "blank", missing.get()))
                                .asking("/template use %s %s%s=".formatted(name, blanks.typed(), missing.get())));
    }

    private Say keep(Asker asker, String name, Optional<Job> work) {
        var phrases = asker.phrases();
        if (work.isEmpty()) {
            return Say.text(phrases.say("template.nothing") + " " + phrases.say("template.how"));
        }
        var words = versions.request(work.get());
        var given = name.isEmpty() ? TemplateRequest.name(COMMAND.matcher(words).replaceFirst("")) : name;
        var files = work.get().attachments().isEmpty() ? "" : " " + phrases.say("template.no-files");
        return save(asker, free(asker.id(), given.isEmpty() ? "template" : given, words), words, files);
    }

    /// A name that no other wish has.
    private String free(long account, String name, String words) {
        var tried = name;
        for (var number = 2; isTaken(account, tried, words); number++) {
            tried = TemplateRequest.name(name.substring(0, Math.min(name.length(), TemplateRequest.LONGEST_NAME - 4)))
                    + "-"
                    + number;
        }
        return tried;
    }

    private boolean isTaken(long account, String name, String words) {
        return templates.find(account, name).filter(found -> !found.words().equals(words)).isPresent();
    }

    private Say save(Asker asker, String name, String words, String note) {
        var phrases = asker.phrases();
        if (words.startsWith("/template")) {
            return Say.text(phrases.say("template.loop"));
        }
        var before = templates.find(asker.id(), name);
        if (before.isEmpty() && templates.list(asker.id()).size() >= MOST) {
            return Say.text(phrases.say("template.full", "most", MOST));
        }
        templates.save(asker.id(), new Template(name, words));
        var blanks = Blanks.names(words);
        var asked = blanks.isEmpty()
                ? phrases.say("template.braces")
                : phrases.say("template.asked", "blanks", String.join(", ", blanks));
        var choices = new ArrayList<>(List.of(Say.Choice.of(phrases.say("template.button.use"),
                "/template use " + name), undo(name, before.orElse(null), phrases)));
        if (!asker.chat().isPrivate()) {
            choices.add(Say.Choice.of(phrases.say("template.button.share"), "/template share " + name));
        }
        return new Say(phrases.say("template.saved", "name", name, "words", Excerpt.line(words, LONGEST_SHOWN)) + " "
                + asked + note, choices);
    }

    private static Say.Choice undo(String name, @Nullable Template before, Phrases phrases) {
        return Say.Choice.of(phrases.say("job.button.undo"),
                before == null ? "/template remove " + name : "/template save " + name + ": " + before.words());
    }

    /// Anybody shares with those who are here; with a whole team those do who manage it.
    private Next share(Asker asker, String name, boolean isForTeam) {
        if (asker.chat().isPrivate()) {
            return new Next.Said(Say.text(asker.phrases().say("template.nobody")));
        }
        var here = asker.chat().key();
        var place = isForTeam ? managers.team(asker) : here;
        return place.equals(here) || managers.may(asker, place)
                ? new Next.Said(share(asker, name, place))
                : Managers.asking(place, "/template share %s with the team".formatted(name));
    }

    private Say share(Asker asker, String name, String place) {
        var phrases = asker.phrases();
        var template = templates.find(asker.id(), name);
        if (template.isEmpty()) {
            return unknown(asker, name);
        }
        if (templates.shared(place).size() >= MOST) {
            return Say.text(phrases.say("template.full-here", "most", MOST));
        }
        return templates.share(place, asker.id(), template.get())
                ? new Say(phrases.say(place.equals(asker.chat().key())
                        ? "template.shared-now"
                        : "template.shared-team", "name", name),
                        List.of(useChoice(name, phrases),
                                Say.Choice.of(phrases.say("job.button.undo"), "/template unshare " + name)))
                : Say.text(phrases.say("template.taken-here", "name", name));
    }

    /// Those who manage a place take back what others share there.
    private Next unshare(Asker asker, String name) {
        var places = places(asker);
        var gone = places.stream()
                .anyMatch(place -> templates.unshare(place, asker.id(), name, managers.may(asker, place)));
        var isAnothers = !gone && shared(asker).stream().anyMatch(it -> it.name().equals(name));
        return isAnothers
                ? Managers.asking(managers.team(asker), "/template unshare " + name)
                : new Next.Said(Say.text(
                        asker.phrases().say(gone ? "template.unshared" : "template.not-shared", "name", name)));
    }

    private Say show(Asker asker, String name) {
        var phrases = asker.phrases();
        return find(asker, name).map(template -> new Say("**%s**:\n```\n%s\n```".formatted(name,
                template.words().replace("```", "'''")),
                List.of(Say.Choice.of(phrases.say("template.button.use"), "/template use " + name), new Say.Choice(
                        phrases.say("template.button.remove"), "/template remove " + name, Button.Style.DANGER))))
                .orElseGet(() -> unknown(asker, name));
    }

    private Say rename(Asker asker, String name, String to) {
        var phrases = asker.phrases();
        var template = templates.find(asker.id(), name);
        if (template.isEmpty()) {
            return unknown(asker, name);
        }
        if (to.isEmpty() || templates.find(asker.id(), to).isPresent()) {
            return Say.text(to.isEmpty()
                    ? phrases.say("template.new-name", "name", name)
                    : phrases.say("template.taken", "name", to));
        }
        templates.remove(asker.id(), name);
        templates.save(asker.id(), new Template(to, template.get().words()));
        return new Say(phrases.say("template.renamed", "name", name, "to", to),
                List.of(Say.Choice.of(phrases.say("job.button.undo"),
                        "/template rename %s to %s".formatted(to, name))));
    }

    private Say remove(Asker asker, String name) {
        var template = templates.find(asker.id(), name);
        if (template.isEmpty() || !templates.remove(asker.id(), name)) {
            return unknown(asker, name);
        }
        var phrases = asker.phrases();
        return new Say(phrases.say("template.removed", "name", name), List.of(undo(name, template.get(), phrases)));
    }

    private Say unknown(Asker asker, String name) {
        var phrases = asker.phrases();
        var choices = Stream.concat(templates.list(asker.id()).stream(), shared(asker).stream()).limit(MOST_BUTTONS)
                .map(known -> useChoice(known.name(), phrases)).toList();
        return new Say(phrases.say("template.unknown", "name", name) + " "
                + phrases.say(choices.isEmpty() ? "template.how" : "template.there"), choices);
    }
}
