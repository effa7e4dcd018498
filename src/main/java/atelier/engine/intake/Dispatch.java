package atelier.engine.intake;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.Attachment;
import atelier.chat.ReplyAddress;
import atelier.conversation.Conversations;
import atelier.engine.answer.HelpTalk;
import atelier.engine.answer.MusicTalk;
import atelier.engine.answer.QuickAnswers;
import atelier.engine.compare.Lineup;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Decisions;
import atelier.engine.job.Halt;
import atelier.engine.job.Line;
import atelier.engine.job.Running;
import atelier.engine.moderation.Reporting;
import atelier.engine.people.LinkTalk;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.engine.provider.KeyEntry;
import atelier.engine.provider.ProviderRequest;
import atelier.engine.version.Versions;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.intent.Situation;
import atelier.language.Sentence;
import atelier.quota.Quota;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands words and decides what they lead to: an answer at once, a question, a job, or a refusal.
final class Dispatch implements Decisions {
    private static final Pattern REDO = Pattern.compile("(?i)redo(?: (?:it|that|the change))?[.!]?");

    private static final int LONGEST_LINK = 200;

    private final Quota quota;
    private final Conversations conversations;
    private final Jobs jobs;
    private final Line line;
    private final Admission admission;
    private final IntentParser parser;
    private final Halt halt;
    private final Replies replies;
    private final Meters meters;
    private final QuickAnswers quickAnswers;
    private final Judge judge;
    private final Accounts accounts;
    private final Transactions transactions;
    private final KeyEntry keyEntry;
    private final Lineup lineup;
    private final ModelWishes wishes;
    private final Versions versions;
    private final Branching branching;
    private final LinkTalk linkTalk;
    private final Reporting reporting;
    private final Farewell farewell;

    Dispatch(Parts parts, Running running, Replies replies) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.line = new Line(parts);
        this.admission = new Admission(parts, replies);
        this.parser = parts.parser();
        this.halt = new Halt(parts, running, replies);
        this.replies = replies;
        this.meters = parts.meters();
        this.quickAnswers = new QuickAnswers(parts);
        this.judge = new Judge(parts);
        this.accounts = parts.accounts();
        this.transactions = parts.transactions();
        this.keyEntry = new KeyEntry(parts);
        this.lineup = new Lineup(parts);
        this.wishes = new ModelWishes(parts);
        this.versions = new Versions(parts);
        this.farewell = new Farewell(parts, running, replies);
        this.branching = new Branching(parts);
        this.linkTalk = new LinkTalk(parts, replies);
        this.reporting = new Reporting(parts, replies);
    }

    void understand(Heard heard) {
        keyEntry.in(heard.words(), heard.invocation(), heard.conversation().pending(), heard.asker())
                .ifPresentOrElse(entered -> take(heard, entered), () -> read(heard));
    }

    /// From here on nothing holds what was said.
    private void take(Heard heard, KeyEntry.Entered entered) {
        if (entered.hadKey()) {
            replies.forget(heard.replyAt());
        }
        settleQuestion(heard);
        follow(heard.silent("/provider"), entered.next());
    }

    private void settleQuestion(Heard heard) {
        if (heard.conversation().pending() != null) {
            conversations.ask(heard.asker().whose(), heard.conversation().id(), null);
        }
    }

    private void read(Heard heard) {
        var parsed = parse(heard);
        if (parsed.isUnsure() && heard.job() == null && !isSetting(parsed.intent()) && isFree(heard)
                && mayBeJudged(heard)) {
            begin(heard, new Intent.Unknown(heard.words()), pointed(heard), null);
        } else {
            go(heard, parsed);
        }
    }

    /// What is free and can be taken back need not be judged.
    private static boolean isSetting(Intent intent) {
        return intent instanceof Intent.ManageModels || intent instanceof Intent.ManageAccount;
    }

    /// Said in the person's own words, and no answer to a question.
    private static boolean isFree(Heard heard) {
        return heard.invocation() == null && !heard.words().startsWith("/") && heard.conversation().pending() == null;
    }

    /// Not for those who have no message left for what may come of it: judging costs them nothing, but somebody.
    private boolean mayBeJudged(Heard heard) {
        var asker = heard.asker();
        var standing = quota.standing(asker.account());
        return standing.used() < standing.limit() && judge.isThere(asker.id(), asker.chat().key());
    }

    /// Goes on with words that a model was asked about; where it could not say, by what they mean most likely.
    private void decided(Heard heard, Optional<Intent.Kind> kind) {
        var situation = situation(heard, subject(heard));
        go(heard, wishes.understood(heard, words -> kind.map(it -> parser.as(it, words, situation))
                .orElseGet(() -> parser.parse(words, null, situation))));
    }

    @Override
    public Optional<Job> decide(Job job, Cancellation cancellation) {
        var place = job.address().chat();
        var heard = new Heard(Asker.of(accounts, job.account(), place),
                conversations.current(job.whose()), job.words(), null, job.quoted(), job.attachments(),
                job.address(), Optional.ofNullable(job.revises()).flatMap(jobs::find).orElse(null), null, job);
        var kind = judge.kind(job, situation(heard, subject(heard)), cancellation);
        if (cancellation.isCancelled()) {
            throw new CancellationException();
        }
        return transactions.inTransaction(() -> {
            decided(heard, kind);
            var now = jobs.find(job.id()).orElse(job);
            if (now.isUndecided()) {
                line.end(job, Job.State.ANSWERED);
            }
            return Optional.of(now).filter(it -> it.state() == Job.State.RUNNING && !it.isUndecided());
        });
    }

    private void go(Heard heard, Parsed parsed) {
        meters.understood(parsed.intent());
        var question = parsed.question();
        // Nobody need send a recording for what is refused without consent.
        if (question != null && !(parsed.intent() instanceof Intent.CloneVoice)) {
            say(heard, Questions.asked(question, heard.asker().phrases()).asking(heard.spoken()));
            return;
        }
        settleQuestion(heard);
        act(heard, parsed);
    }

    private Situation situation(Heard heard, Optional<Job> subject) {
        return Situations.of(subject, heard.attachments(), !others(heard).isEmpty());
    }

    private static @Nullable String pointed(Heard heard) {
        return heard.pointed() == null ? null : heard.pointed().id();
    }

    /// The work that is talked about: the one replied to, else the last.
    private Optional<Job> subject(Heard heard) {
        return Optional.ofNullable(heard.pointed()).or(() -> jobs.lastDone(heard.conversation().id()));
    }

    /// What else is being made for this person.
    private List<String> others(Heard heard) {
        var self = heard.job() == null ? "" : heard.job().id();
        return jobs.unfinished(heard.account().id()).stream().filter(id -> !id.equals(self)).toList();
    }

    private Parsed parse(Heard heard) {
        if (heard.invocation() == null && ProviderRequest.isWished(heard.words())) {
            return new Parsed(new Intent.ManageAccount("provider", heard.words()), 1, Map.of(), null);
        }
        if (heard.isBare() && HelpTalk.isAskedForAll(heard.words())) {
            return new Parsed(new Intent.Help(null), 1, Map.of(), null);
        }
        var subject = subject(heard);
        var situation = situation(heard, subject);
        var fresh = MusicTalk.understood(
                wishes.understood(heard, words -> parser.parse(words, heard.invocation(), situation)), heard.words(),
                subject);
        var pending = heard.conversation().pending();
        return pending == null || Questions.isNewMatter(pending, fresh, heard)
                ? fresh
                : Questions.answered(pending, heard, situation, parser, fresh);
    }

    private void act(Heard heard, Parsed parsed) {
        switch (parsed.intent()) {
            case Intent.Cancel _ ->
                say(heard, stopAll(heard));
            case Intent.Regenerate _ when isRedo(heard) -> understand(heard.saying("/undo redo"));
            case Intent.Regenerate _ -> Retake.of(heard.words()).job(heard.account().id(), jobs)
                    .filter(job -> job.isWithin(heard.account().id(), heard.asker().chat()))
                    .or(() -> Optional.ofNullable(heard.pointed())).or(() -> jobs.lastEnded(heard.conversation().id()))
                    .ifPresentOrElse(
                            job -> again(heard, job, modelWish(parsed)),
                            () -> say(heard, Sentence.of("intake.nothing.again")));
            case Intent.EditLast edit when edit.action().equals("edit") ->
                MusicTalk.about(edit, subject(heard), heard.asker().phrases()).ifPresentOrElse(said -> say(heard, said),
                        () -> Revisions.of(edit, subject(heard), parsed).ifPresentOrElse(
                                revision -> begin(heard, revision.intent(), revision.revises(), modelWish(parsed)),
                                () -> say(heard, Revisions.UNCLEAR)));
            case Intent.ManageAccount asked when asked.action().equals("link")
                    && asked.request().length() <= LONGEST_LINK ->
                linkTalk.hear(asked.request(), heard.asker(), heard.replyAt());
            case Intent.CompareModels asked -> {
                var hasMaterial = !heard.attachments().isEmpty() || heard.quoted() != null;
                switch (lineup.draw(asked, heard.asker(), heard.attachments(), hasMaterial)) {
                    case Lineup.Drawn.Told(var say) -> say(heard, say);
                    case Lineup.Drawn.Ready(var intent) -> begin(heard, intent, null, null);
                }
            }
            case Intent.ManageAccount it when it.action().equals("report") ->
                say(heard,
                        reporting.said(it.request(), heard.asker(), heard.replyAt(), subject(heard), heard.quoted()));
            case Intent intent -> {
                switch (quickAnswers.to(intent, heard.asker(), heard.conversation())) {
                    case Next.Work _ -> begin(heard, intent, null, modelWish(parsed));
                    case Next other -> follow(heard, other);
                }
            }
        }
    }

    /// After an undo “redo” means the change that was taken back, not another take.
    private boolean isRedo(Heard heard) {
        return REDO.matcher(heard.words()).matches() && versions.current(heard.conversation().id())
                .flatMap(now -> jobs.undone(now.id())).isPresent();
    }

    private void follow(Heard heard, Next next) {
        switch (next) {
            case Next.Said(var say) -> say(heard, say);
            case Next.Errand(var errand) -> begin(heard.managing(), errand, pointed(heard), null);
            case Next.Spoken(var words) -> speak(heard.saying(words));
            case Next.Farewell(var goodbye) -> farewell.say(heard, goodbye);
            case Next.Work _ -> throw new IllegalArgumentException("there is nothing to work on");
        }
    }

    /// Takes words that a template made as if the person had said them. What is kept may use itself, so it may use none.
    private void speak(Heard heard) {
        if (heard.words().length() > Words.MOST) {
            say(heard, Words.tooLong(heard.words().length()));
        } else if (parse(heard).intent() instanceof Intent.ManageTemplates) {
            say(heard, Sentence.of("intake.template.loop"));
        } else {
            understand(heard);
        }
    }

    private void say(Heard heard, Sentence sentence) {
        say(heard, Say.text(sentence.in(heard.asker().phrases())));
    }

    private void say(Heard heard, Say say) {
        if (say.asking() != null) {
            conversations.ask(heard.asker().whose(), heard.conversation().id(), say.asking());
        }
        replies.say(heard.account().id(), heard.replyAt(), say);
    }

    private static @Nullable String modelWish(Parsed parsed) {
        return parsed.entities().get("model") instanceof String model ? model : null;
    }

    private void begin(Heard heard, Intent intent, @Nullable String revises, @Nullable String model) {
        var id = heard.job() == null ? newId() : heard.job().id();
        var there = branching.from(heard, intent, id);
        begin(id, there, intent, there.spoken(), there.quoted(), there.attachments(), revises, model, false);
    }

    private void again(Heard heard, Job job, @Nullable String wish) {
        begin(heard.job() == null ? newId() : heard.job().id(), heard, Revisions.anotherTake(job.intent()), job.words(),
                job.quoted(), job.attachments(), job.revises(),
                Retake.of(heard.words()).model().orElse(wish != null ? wish : job.model()), true);
    }

    private void begin(String id, Heard heard, Intent intent, String words, @Nullable String quoted,
            List<Attachment> attachments,
            @Nullable String revises, @Nullable String model, boolean fresh) {
        var decided = heard.job();
        admission.submit(heard.account(), new Job(id, heard.account().id(),
                heard.conversation().id(), intent, words, quoted, attachments, revises, model, newSeed(), fresh,
                heard.replyAt(), decided == null ? Job.State.QUEUED : decided.state(), 0));
    }

    void again(Account account, Job job, ReplyAddress replyAt) {
        admission.submit(account,
                new Job(newId(), account.id(), job.conversation(), Revisions.anotherTake(job.intent()),
                        job.words(), job.quoted(),
                        job.attachments(), job.revises(), job.model(), newSeed(), true, replyAt, Job.State.QUEUED, 0));
    }

    private Sentence stopAll(Heard heard) {
        var unfinished = others(heard);
        unfinished.forEach(id -> stop(heard.account(), id));
        if (!unfinished.isEmpty()) {
            return Sentence.of("intake.stopping");
        }
        return Sentence.of(heard.conversation().pending() == null ? "intake.nothing.running" : "intake.let-be");
    }

    /// @return whether there was something to stop
    boolean stop(Account account, String id) {
        return halt.stop(account.id(), id);
    }

    private static long newSeed() {
        return RandomGenerator.getDefault().nextLong(0, 1_000_000);
    }

    private static String newId() {
        return "j" + Long.toString(System.currentTimeMillis(), 36)
                + Long.toString(RandomGenerator.getDefault().nextLong(36L * 36 * 36 * 36 * 36), 36);
    }
}
