package atelier.engine.version;

import atelier.account.Accounts;
import atelier.chat.Excerpt;
import atelier.chat.UserFacingException;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.create.Artifact;
import atelier.engine.delivery.PageLinks;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/diff` shows what the last change did, `/undo` takes it back, `/undo redo` brings it again. Free, and nothing is lost: every
/// version stays.
public final class VersionErrands implements Errands {
    private static final Pattern ID = Pattern.compile("(?i)\\b(j[0-9a-z]{8,40})\\b");
    private static final Pattern REDO = Pattern.compile("(?i)^/undo\\s{1,9}redo\\b");
    private static final int LONGEST_SHOWN = 1_500;
    private static final int LONGEST_REQUEST = 60;
    private static final int MOST_LINES = 20;

    private final Accounts accounts;
    private final Versions versions;
    private final Jobs jobs;
    private final Conversations conversations;
    private final Transactions transactions;
    private final InstantSource clock;
    private final PageLinks pages;

    public VersionErrands(Parts parts) {
        this.accounts = parts.accounts();
        this.versions = new Versions(parts);
        this.jobs = parts.jobs();
        this.conversations = parts.conversations();
        this.transactions = parts.transactions();
        this.clock = parts.clock();
        this.pages = new PageLinks(parts);
    }

    /// A refusal is an answer: nothing failed, and trying again would be refused again.
    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        try {
            return answer(job);
        } catch (UserFacingException refused) {
            return Say.text(refused.what().in(phrases(job)));
        }
    }

    private Phrases phrases(Job job) {
        return Phrases.of(accounts.byId(job.account()).locale());
    }

    private Say answer(Job job) {
        var asked = (Intent.EditLast) job.intent();
        if (asked.action().equals("diff")) {
            return diff(meant(job), phrases(job));
        }
        return REDO.matcher(job.words().strip()).find() ? redo(job) : undo(job, meant(job));
    }

    /// The version named, replied to, or the newest one.
    private Job meant(Job job) {
        var place = job.address().chat();
        return versions.find(job.account(), place, named(job))
                .or(() -> versions.find(job.account(), place, job.revises()))
                .or(() -> versions.current(job.conversation()))
                .orElseThrow(
                        () -> new UserFacingException(Sentence.of("version.nothing")));
    }

    private static @Nullable String named(Job job) {
        var id = ID.matcher(job.words());
        return id.find() ? id.group(1) : null;
    }

    private Say diff(Job work, Phrases phrases) {
        var before = versions.before(work).orElseThrow(() -> new UserFacingException(
                Sentence.of("version.only-one", "title", title(work))));
        var changes = Changes.between(versions.files(before), versions.files(work), phrases);
        var number = versions.number(work);
        var head = phrases.say("version.against", "title", title(work), "number", number, "before", number - 1);
        var undo = List.of(Say.Choice.of(phrases.say("job.button.undo"), "/undo " + work.id()));
        if (changes.isEmpty()) {
            return new Say(phrases.say("version.same", "head", head), undo);
        }
        var lines = changes.lines();
        var list = String.join("\n- ", lines.subList(0, Math.min(MOST_LINES, lines.size())))
                + (lines.size() > MOST_LINES
                        ? "\n- " + phrases.say("version.more-files", "count", lines.size() - MOST_LINES)
                        : "");
        var text = head + ":\n\n- " + list;
        var isShort = changes.diff().length() <= LONGEST_SHOWN && !changes.diff().contains("```");
        if (changes.diff().isEmpty()) {
            return new Say(text, undo);
        }
        return isShort
                ? new Say(text + "\n\n```diff\n" + changes.diff() + "```", undo)
                : new Say(text, undo).with(new Artifact("changes.diff", "text/x-diff",
                        changes.diff().getBytes(StandardCharsets.UTF_8)));
    }

    private Say undo(Job errand, Job work) {
        var before = versions.before(work).orElseThrow(() -> new UserFacingException(
                Sentence.of("version.first", "title", title(work))));
        versions.current(errand.conversation()).filter(newest -> versions.isLater(newest, work)).ifPresent(newest -> {
            throw new UserFacingException(Sentence.of("version.not-newest", "number", versions.number(work), "title",
                    title(work), "newest", versions.number(newest)));
        });
        boolean taken = transactions.inTransaction(() -> {
            var undone = jobs.undo(work.id());
            if (undone) {
                // A version that was itself taken back holds again, since this one was made from it.
                jobs.redo(before.id());
                note(errand, "version.note.back", before);
            }
            return undone;
        });
        if (!taken) {
            throw new UserFacingException(
                    Sentence.of(work.state() == Job.State.UNDONE ? "version.undone" : "version.unfinished"));
        }
        var phrases = phrases(errand);
        return again(before,
                phrases.say("version.back", "number", versions.number(before), "title", title(work)),
                Say.Choice.of(phrases.say("version.redo"), "/undo redo " + work.id()), phrases);
    }

    private Say redo(Job errand) {
        var work = versions.find(errand.account(), errand.address().chat(), named(errand))
                .or(() -> versions.current(errand.conversation()).flatMap(now -> jobs.undone(now.id())))
                .filter(job -> job.state() == Job.State.UNDONE)
                .orElseThrow(() -> new UserFacingException(Sentence.of("version.nothing-back")));
        transactions.inTransaction(() -> {
            jobs.redo(work.id());
            note(errand, "version.note.redone", work);
            return true;
        });
        var phrases = phrases(errand);
        return again(work, phrases.say("version.redone", "number", versions.number(work), "title", title(work)),
                Say.Choice.of(phrases.say("job.button.undo"), "/undo " + work.id()), phrases);
    }

    private Say again(Job work, String text, Say.Choice way, Phrases phrases) {
        var files = versions.files(work);
        var page = pages.to(files).map(link -> Say.Choice.link(PageLinks.label(work.intent()).in(phrases), link))
                .stream();
        var isNewest = versions.current(work.conversation()).filter(now -> now.id().equals(work.id())).isPresent();
        var next = " " + phrases.say(isNewest ? "version.next" : "version.next-reply");
        return new Say(text + next, Stream.concat(page, Stream.of(way)).toList())
                .with(files, Wrapping.of(work, versions.title(work)));
    }

    private void note(Job errand, String key, Job holds) {
        var text = phrases(errand).say(key, "number", versions.number(holds));
        conversations.append(errand.whose(), errand.conversation(),
                new Turn(Turn.Role.ASSISTANT, text, errand.id(), clock.instant()));
    }

    private String title(Job work) {
        var words = versions.request(work).replaceFirst("^/\\S{1,40}\\s{1,9}", "").replaceAll("[\\s`*_]{1,99}", " ")
                .strip();
        return "“" + Excerpt.of(words, LONGEST_REQUEST) + "”";
    }
}
