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
import atelier.engine.version.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers what people want of their templates; free. Using one says its words for the person.
public final class TemplateTalk {
    /// What a wish is told by; it says nothing of what is wished for.
    private static final Pattern COMMAND = Pattern.compile("^/(?:\\S{1,40}\\s{1,9}(?=\\S))?");
    private static final int MOST = 100;
    private static final int MOST_LISTED = 25;
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_SHOWN = 120;
    private static final String HOW = "`/template save NAME: words` keeps a wish; words in braces, such as `lyrics about"
            + " {topic}`, are asked for each time. **Save as template** under an answer keeps what you asked for.";

    private final Templates templates;
    private final Versions versions;

    public TemplateTalk(Parts parts) {
        this.templates = parts.templates();
        this.versions = new Versions(parts);
    }

    public Next to(String words, Asker asker, Conversation conversation) {
        return switch (TemplateRequest.of(words)) {
            case TemplateRequest.Listed _ -> new Next.Said(list(asker.id()));
            case TemplateRequest.Used(var name, var rest) -> use(asker.id(), name, rest);
            case TemplateRequest.Saved(var name, var wish) -> new Next.Said(wish == null
                    ? keep(asker.id(), name, versions.current(conversation.id()))
                    : save(asker.id(), name, wish, ""));
            case TemplateRequest.Kept(var job) ->
                new Next.Said(keep(asker.id(), "", versions.find(asker.id(), asker.chat(), job)));
            case TemplateRequest.Shown(var name) -> new Next.Said(show(asker.id(), name));
            case TemplateRequest.Renamed(var name, var to) -> new Next.Said(rename(asker.id(), name, to));
            case TemplateRequest.Removed(var name) -> new Next.Said(remove(asker.id(), name));
        };
    }

    private Say list(long account) {
        var all = templates.list(account);
        if (all.isEmpty()) {
            return Say.text("You have no templates yet. " + HOW);
        }
        var lines = all.stream().limit(MOST_LISTED)
                .map(template -> "- **%s**: %s".formatted(template.name(),
                        Excerpt.line(template.words(), LONGEST_SHOWN)))
                .collect(Collectors.joining("\n"));
        var more = all.size() > MOST_LISTED ? "\n- and %d more".formatted(all.size() - MOST_LISTED) : "";
        return new Say("Your templates:\n" + lines + more + "\n\n" + HOW,
                all.stream().limit(MOST_BUTTONS)
                        .map(template -> Say.Choice.of("Use " + template.name(), "/template use " + template.name()))
                        .toList());
    }

    private Next use(long account, String name, String rest) {
        var template = templates.find(account, name);
        if (template.isEmpty()) {
            return new Next.Said(unknown(account, name));
        }
        var blanks = Blanks.of(template.get().words(), rest);
        var missing = blanks.missing();
        return missing.isEmpty()
                ? new Next.Spoken(blanks.text())
                : new Next.Said(Say.text("**%s**: what is the %s?".formatted(name, missing.get()))
                        .asking("/template use %s %s%s=".formatted(name, blanks.typed(), missing.get())));
    }

    private Say keep(long account, String name, Optional<Job> work) {
        if (work.isEmpty()) {
            return Say.text("There is nothing to keep as a template yet. " + HOW);
        }
        var words = versions.request(work.get());
        var given = name.isEmpty() ? TemplateRequest.name(COMMAND.matcher(words).replaceFirst("")) : name;
        var files = work.get().attachments().isEmpty() ? "" : " The files you sent with it are not part of it.";
        return save(account, free(account, given.isEmpty() ? "template" : given, words), words, files);
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

    private Say save(long account, String name, String words, String note) {
        if (words.startsWith("/template")) {
            return Say.text("A template cannot use templates. Save what it should say instead; nothing was changed.");
        }
        var before = templates.find(account, name);
        if (before.isEmpty() && templates.list(account).size() >= MOST) {
            return Say.text(
                    "You have %d templates, which is as many as I keep. Remove one first: `/template remove NAME`."
                            .formatted(MOST));
        }
        templates.save(account, new Template(name, words));
        var blanks = Blanks.names(words);
        var asked = blanks.isEmpty()
                ? " Put words in braces, such as `{topic}`, to be asked for them each time."
                : " I ask for %s each time.".formatted(String.join(", ", blanks));
        return new Say("Saved **%s**: “%s”.%s%s".formatted(name, Excerpt.line(words, LONGEST_SHOWN), asked, note),
                List.of(Say.Choice.of("Use it", "/template use " + name), undo(name, before.orElse(null))));
    }

    private static Say.Choice undo(String name, @Nullable Template before) {
        return Say.Choice.of("Undo",
                before == null ? "/template remove " + name : "/template save " + name + ": " + before.words());
    }

    private Say show(long account, String name) {
        return templates.find(account, name).map(template -> new Say("**%s**:\n```\n%s\n```".formatted(name,
                template.words().replace("```", "'''")),
                List.of(Say.Choice.of("Use it", "/template use " + name),
                        new Say.Choice("Remove", "/template remove " + name, Button.Style.DANGER))))
                .orElseGet(() -> unknown(account, name));
    }

    private Say rename(long account, String name, String to) {
        var template = templates.find(account, name);
        if (template.isEmpty()) {
            return unknown(account, name);
        }
        if (to.isEmpty() || templates.find(account, to).isPresent()) {
            return Say.text(to.isEmpty()
                    ? "Say the new name too: `/template rename %s to NEW`.".formatted(name)
                    : "You have a template **%s** already. Choose another name; nothing was changed.".formatted(to));
        }
        templates.remove(account, name);
        templates.save(account, new Template(to, template.get().words()));
        return new Say("**%s** is **%s** now.".formatted(name, to),
                List.of(Say.Choice.of("Undo", "/template rename %s to %s".formatted(to, name))));
    }

    private Say remove(long account, String name) {
        var template = templates.find(account, name);
        if (template.isEmpty() || !templates.remove(account, name)) {
            return unknown(account, name);
        }
        return new Say("Removed **%s**.".formatted(name), List.of(undo(name, template.get())));
    }

    private Say unknown(long account, String name) {
        var choices = new ArrayList<Say.Choice>();
        templates.list(account).stream().limit(MOST_BUTTONS)
                .forEach(known -> choices.add(Say.Choice.of("Use " + known.name(), "/template use " + known.name())));
        return new Say("You have no template **%s**. %s".formatted(name,
                choices.isEmpty() ? HOW : "Those there are:"), choices);
    }
}
