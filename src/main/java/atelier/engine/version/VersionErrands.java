package atelier.engine.version;

import atelier.chat.Button;
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

    private final Versions versions;
    private final Jobs jobs;
    private final Conversations conversations;
    private final Transactions transactions;
    private final InstantSource clock;
    private final PageLinks pages;

    public VersionErrands(Parts parts) {
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
            return Say.text(refused.sentence());
        }
    }

    private Say answer(Job job) {
        var asked = (Intent.EditLast) job.intent();
        if (asked.action().equals("diff")) {
            return diff(meant(job));
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
                        () -> new UserFacingException("Nothing has been made here yet, so there is no version to show"
                                + " or to go back to. Tell me what to make."));
    }

    private static @Nullable String named(Job job) {
        var id = ID.matcher(job.words());
        return id.find() ? id.group(1) : null;
    }

    private Say diff(Job work) {
        var before = versions.before(work).orElseThrow(() -> new UserFacingException(title(work)
                + " has one version only. Reply with what should be different, and I make the next one."));
        var changes = Changes.between(versions.files(before), versions.files(work));
        var number = versions.number(work);
        var head = "%s, version %d against version %d".formatted(title(work), number, number - 1);
        var undo = List.of(new Say.Choice("Undo", "/undo " + work.id(), Button.Style.NORMAL));
        if (changes.isEmpty()) {
            return new Say(head + " shows no difference in the files.", undo);
        }
        var lines = changes.lines();
        var list = String.join("\n- ", lines.subList(0, Math.min(MOST_LINES, lines.size())))
                + (lines.size() > MOST_LINES ? "\n- and %d more files".formatted(lines.size() - MOST_LINES) : "");
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
        var before = versions.before(work).orElseThrow(() -> new UserFacingException(title(work)
                + " is at its first version; there is no earlier one to go back to. `/retry` makes another."));
        versions.current(errand.conversation()).filter(newest -> versions.isLater(newest, work)).ifPresent(newest -> {
            throw new UserFacingException(
                    ("Version %d of %s is not the newest. `/undo` takes back version %d first; or reply to"
                            + " the message with the version you want and say what to change.")
                            .formatted(versions.number(work),
                                    title(work), versions.number(newest)));
        });
        boolean taken = transactions.inTransaction(() -> {
            var undone = jobs.undo(work.id());
            if (undone) {
                // A version that was itself taken back holds again, since this one was made from it.
                jobs.redo(before.id());
                note(errand, "I took back the last change; version %d holds again.".formatted(versions.number(before)));
            }
            return undone;
        });
        if (!taken) {
            throw new UserFacingException(work.state() == Job.State.UNDONE
                    ? "That change was taken back already. `/diff` shows what the newest one did."
                    : "That change is not finished, so there is nothing to take back.");
        }
        return again(before, "Back to version %d of %s.".formatted(versions.number(before), title(work)),
                new Say.Choice("Redo", "/undo redo " + work.id(), Button.Style.NORMAL));
    }

    private Say redo(Job errand) {
        var work = versions.find(errand.account(), errand.address().chat(), named(errand))
                .or(() -> versions.current(errand.conversation()).flatMap(now -> jobs.undone(now.id())))
                .filter(job -> job.state() == Job.State.UNDONE)
                .orElseThrow(() -> new UserFacingException("There is nothing that was taken back."));
        transactions.inTransaction(() -> {
            jobs.redo(work.id());
            note(errand, "Version %d holds again.".formatted(versions.number(work)));
            return true;
        });
        return again(work, "Version %d of %s is back.".formatted(versions.number(work), title(work)),
                new Say.Choice("Undo", "/undo " + work.id(), Button.Style.NORMAL));
    }

    private Say again(Job work, String text, Say.Choice way) {
        var files = versions.files(work);
        var page = pages.to(files).map(link -> Say.Choice.link(PageLinks.label(work.intent()).inEnglish(), link))
                .stream();
        var isNewest = versions.current(work.conversation()).filter(now -> now.id().equals(work.id())).isPresent();
        var next = isNewest
                ? " What you say next changes this version."
                : " Something else was made since: to change this version, reply to the message it came with.";
        return new Say(text + next, Stream.concat(page, Stream.of(way)).toList())
                .with(files, Wrapping.of(work, versions.title(work)));
    }

    private void note(Job errand, String text) {
        conversations.append(errand.whose(), errand.conversation(),
                new Turn(Turn.Role.ASSISTANT, text, errand.id(), clock.instant()));
    }

    private String title(Job work) {
        var words = versions.request(work).replaceFirst("^/\\S{1,40}\\s{1,9}", "").replaceAll("[\\s`*_]{1,99}", " ")
                .strip();
        return "“" + Excerpt.of(words, LONGEST_REQUEST) + "”";
    }
}
