package atelier.engine.job;

import atelier.chat.Button;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.create.Creation;
import atelier.create.Manifest;
import atelier.engine.answer.MusicTalk;
import atelier.engine.compare.Compared;
import atelier.engine.delivery.PageLinks;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Buttons;
import atelier.engine.port.Job;
import atelier.engine.port.MadeFiles;
import atelier.engine.port.Meters;
import atelier.engine.port.Outbox.Draft;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.engine.team.HouseRules;
import atelier.generation.setup.OwnModels;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import atelier.quota.Quota;
import atelier.usage.Cost;
import atelier.usage.RatedAnswers;
import atelier.usage.Usage;
import atelier.usage.UsageLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Ends jobs: result, charge and outgoing messages are stored in one transaction, once.
final class Settlement {
    private final Line line;
    private final Quota quota;
    private final Buttons buttons;
    private final UsageLog usage;
    private final Function<String, Cost> spent;
    private final RatedAnswers rated;
    private final Conversations conversations;
    private final OwnModels own;
    private final ArtifactStore artifacts;
    private final MadeFiles madeFiles;
    private final Continued continued;
    private final PageLinks pages;
    private final Transactions transactions;
    private final Replies replies;
    private final Meters meters;
    private final InstantSource clock;
    private final HouseRules houseRules;

    Settlement(Parts parts, Replies replies) {
        this.line = new Line(parts);
        this.quota = parts.quota();
        this.buttons = parts.buttons();
        this.usage = parts.usage();
        this.spent = parts.records().spent();
        this.rated = parts.records().rated();
        this.conversations = parts.conversations();
        this.own = parts.registry().own();
        this.artifacts = parts.artifacts();
        this.madeFiles = parts.madeFiles();
        this.continued = new Continued(parts);
        this.pages = new PageLinks(parts);
        this.transactions = parts.transactions();
        this.replies = replies;
        this.meters = parts.meters();
        this.clock = parts.clock();
        this.houseRules = new HouseRules(parts.community(), parts.accounts());
    }

    /// @param phrases in the person's language
    void finish(Job job, Creation creation, Phrases phrases, Instant since) {
        var forbidden = houseRules.refusal(job, creation);
        if (forbidden.isPresent()) {
            end(job, Job.State.FAILED, Sentence.plain(forbidden.get()));
            return;
        }
        var answered = creation.answeredBy();
        var count = answered != null && answered.isFromCache() ? 0 : 1;
        var branch = continued.branch(job);
        var keyboard = new Keyboard(job);
        play(creation, PageLinks.label(job.intent()).in(phrases), keyboard);
        changes(job, creation, phrases, keyboard);
        results(job, answered != null, phrases, keyboard);
        branch.ifPresent(it -> Continued.back(it, keyboard, phrases));
        NextSteps.after(job, phrases).forEach(it -> keyboard.add(Buttons.Action.SAY, it.words(), it.label()));
        store(job, creation, phrases, branch.map(it -> Continued.line(it, phrases)).orElse(""), count,
                List.of(used(job, creation)), () -> keyboard.stored(buttons), since);
    }

    /// Each model that answered counts as a message.
    ///
    /// @param phrases in the person's language
    void finish(Job job, Compared compared, Phrases phrases, Instant since) {
        var used = Parted.usage(job, compared, clock.instant());
        var forbidden = compared.made().isEmpty()
                ? Optional.<String>empty()
                : houseRules.refusal(job, compared.creation());
        if (forbidden.isPresent()) {
            end(job, Job.State.FAILED, Sentence.plain(forbidden.get()),
                    Stream.concat(used.stream(), lost(job, used).stream()).toList());
        } else if (compared.made().isEmpty()) {
            end(job, Job.State.FAILED, Sentence.plain(compared.failure()),
                    Stream.concat(used.stream(), lost(job, used).stream()).toList());
        } else {
            var keyboard = new Keyboard(job);
            compared.made().forEach(take -> play(take.creation(), "▶ " + take.name(), keyboard));
            compared.made().forEach(
                    take -> keyboard.add(Buttons.Action.PREFER, take.part(job.id()), "👍 " + take.name()));
            keyboard.add(Buttons.Action.REGENERATE, phrases.say("job.button.regenerate"));
            var count = (int) compared.made().stream().filter(made -> !made.answered().isFromCache()).count();
            store(job, compared.creation(), phrases, "", count, used, () -> {
                compared.made().forEach(take -> rated.note(take.part(job.id()), job.id(),
                        compared.request().isBlank() ? job.words() : compared.request(),
                        Benches.remembered(take.creation())));
                return keyboard.stored(buttons);
            }, since);
        }
    }

    /// @param foot  of the answer
    /// @param count messages this counts as; what was only given again costs nothing
    private void store(Job job, Creation made, Phrases phrases, String foot, int count, List<Usage> used,
            Supplier<List<Button>> shown,
            Instant since) {
        var creation = Harmless.of(job, made, phrases);
        var files = creation.files().stream().map(file -> new MadeFiles.MadeFile(file.path(), file.mediaType(),
                file.content().length, artifacts.put(file.content()))).toList();
        var lost = lost(job, used);
        // Packing takes long; nobody else should wait for it.
        var reply = replies.prepare(job.account(), job.address(),
                creation.text() + Footer.of(creation, phrases) + foot,
                job.intent() instanceof Intent.CompareModels
                        ? new Wrapping(creation.title(), Wrapping.Form.LOOSE)
                        : Wrapping.of(job, creation.title()),
                files.stream().map(Settlement::draft).toList(),
                Manifest.of(creation, clock.instant()));
        transactions.inTransaction(() -> {
            if (line.end(job, Job.State.DONE)) {
                quota.settle(job.id(), count);
                note(job, creation);
                madeFiles.add(job, files);
                conversations.append(job.whose(), job.conversation(),
                        new Turn(Turn.Role.ASSISTANT, Benches.remembered(creation), job.id(), clock.instant()));
                used.forEach(usage::record);
                lost.ifPresent(usage::record);
                replies.send(reply, shown.get());
            }
            return true;
        });
        meters.jobEnded(job.intent(), Job.State.DONE, Duration.between(since, clock.instant()));
    }

    /// What was spent on those who did not answer.
    private Optional<Usage> lost(Job job, List<Usage> used) {
        var rest = spent.apply(job.id()).minus(used.stream().map(Usage::cost).reduce(Cost.NOTHING, Cost::plus));
        return rest.isNothing() ? Optional.empty() : Optional.of(failed(job, rest, "failed"));
    }

    private Usage failed(Job job, Cost cost, String outcome) {
        return new Usage(job.id(), job.account(), job.conversation(), job.intent().kind().name(), null, null,
                cost.isNothing(), 0, 0, 0, 0, cost, outcome, clock.instant());
    }

    private void note(Job job, Creation creation) {
        var answered = creation.answeredBy();
        if (answered != null && answered.own() != null) {
            var isFirst = !usage.answeredIn(job.conversation(), answered.provider(), answered.model());
            own.used(job.account(), job.address().chat().key(), answered.own(), isFirst);
        }
    }

    void answer(Job job, Say say) {
        var reply = replies.prepare(job.account(), job.address(), say);
        transactions.inTransaction(() -> {
            if (line.end(job, Job.State.ANSWERED)) {
                if (say.asking() != null) {
                    conversations.ask(job.whose(), job.conversation(), say.asking());
                }
                replies.say(job.account(), job.address(), say, reply);
            }
            return true;
        });
    }

    private static Draft.File draft(MadeFiles.MadeFile file) {
        return new Draft.File(file.path(), file.mediaType(), file.bytes(), file.sha256());
    }

    /// A page that stands alone can be opened from the chat.
    private void play(Creation creation, String label, Keyboard keyboard) {
        pages.to(creation.files()).ifPresent(link -> keyboard.link(label, link));
    }

    private static void changes(Job job, Creation creation, Phrases phrases, Keyboard keyboard) {
        var sings = creation.files().stream().anyMatch(file -> file.path().endsWith(".kar"));
        MusicTalk.offers(job, !sings, phrases).forEach(
                offer -> keyboard.add(Buttons.Action.SAY, MusicTalk.said(job, offer.words()), offer.label()));
    }

    private static void results(Job job, boolean byModel, Phrases phrases, Keyboard keyboard) {
        if (job.revises() == null) {
            again(byModel, phrases, keyboard);
            votes(keyboard);
            if (job.isWork()) {
                keyboard.add(Buttons.Action.SAY, "/template keep " + job.id(), phrases.say("job.button.keep"));
            }
        } else {
            // The wish that a template keeps is that of the first version, which has the button. Short labels together fill one row.
            keyboard.add(Buttons.Action.SAY, "/undo " + job.id(), phrases.say("job.button.undo"));
            votes(keyboard);
            keyboard.add(Buttons.Action.SAY, "/diff " + job.id(), phrases.say("job.button.changed"));
            again(byModel, phrases, keyboard);
        }
        if (!job.address().chat().isPrivate()) { // where others see it
            keyboard.add(Buttons.Action.REPORT, "🚩");
        }
    }

    private static void again(boolean byModel, Phrases phrases, Keyboard keyboard) {
        keyboard.add(Buttons.Action.REGENERATE, phrases.say("job.button.regenerate"));
        if (byModel) {
            keyboard.add(Buttons.Action.OTHER_MODEL, phrases.say("job.button.other"));
        }
    }

    private static void votes(Keyboard keyboard) {
        keyboard.add(Buttons.Action.LIKE, "👍").add(Buttons.Action.DISLIKE, "👎");
    }

    private Usage used(Job job, Creation creation) {
        var by = creation.answeredBy();
        var task = job.intent().kind().name();
        return by == null
                ? new Usage(job.id(), job.account(), job.conversation(), task, null, null, true, 0, 0, 0, 0, 0, "done",
                        clock.instant())
                : new Usage(job.id(), job.account(), job.conversation(), task, by.model(), by.provider(), by.local(),
                        by.inputTokens(), by.outputTokens(), by.firstTokenMs(), by.totalMs(), by.cost(), "done",
                        clock.instant());
    }

    /// Ends a job without a result: the message is given back and the person told.
    void end(Job job, Job.State state, Sentence sentence) {
        var outcome = state == Job.State.CANCELLED ? "cancelled" : "failed";
        end(job, state, sentence, List.of(failed(job, spent.apply(job.id()), outcome)));
    }

    private void end(Job job, Job.State state, Sentence sentence, List<Usage> used) {
        transactions.inTransaction(() -> {
            if (line.end(job, state)) {
                quota.release(job.id());
                used.forEach(usage::record);
                replies.send(job.account(), job.address(), sentence,
                        new Keyboard(job)
                                .add(Buttons.Action.REGENERATE, replies.phrases(job.account()).say("job.again"))
                                .stored(buttons));
            }
            return true;
        });
        meters.jobEnded(job.intent(), state, Duration.ZERO);
    }
}
