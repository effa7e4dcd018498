package atelier.engine;

import atelier.account.Accounts;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Checkout;
import atelier.chat.Incoming;
import atelier.chat.Perks;
import atelier.chat.Receiver;
import atelier.chat.Sender;
import atelier.engine.admin.Rounds;
import atelier.engine.answer.ManagerErrand;
import atelier.engine.answer.PacketTalk;
import atelier.engine.answer.ReadySamples;
import atelier.engine.answer.SampleTalk;
import atelier.engine.delivery.Doubts;
import atelier.engine.delivery.OutboxSender;
import atelier.engine.delivery.Replies;
import atelier.engine.history.ConversationExport;
import atelier.engine.history.TitleSuggestions;
import atelier.engine.intake.Intake;
import atelier.engine.job.Halt;
import atelier.engine.job.JobRunner;
import atelier.engine.job.Running;
import atelier.engine.job.Stops;
import atelier.engine.model.ModelErrands;
import atelier.engine.model.ModelSuggestions;
import atelier.engine.node.Membership;
import atelier.engine.people.SubscribeErrand;
import atelier.engine.people.UsageErrand;
import atelier.engine.port.Adapters;
import atelier.engine.port.Asker;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Meters;
import atelier.engine.port.NotStored;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.engine.port.Transactions;
import atelier.engine.privacy.DataExport;
import atelier.engine.provider.ProviderErrands;
import atelier.engine.team.TeamTalk;
import atelier.engine.version.VersionErrands;
import atelier.quota.budget.BudgetAlert;
import atelier.quota.budget.Budgets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every message arrives. [#receive] stores it, with all that follows from it at once, in one transaction; jobs and
/// the outbox do the rest in the background and go on after a crash.
public final class Engine implements Receiver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long LOOK_EVERY_MS = 50;

    private final Intake intake;
    private final JobRunner runner;
    private final JobQueue queue;
    private final OutboxSender sender;
    private final Sweeper sweeper;
    private final Rounds rounds;
    private final Adapters adapters;
    private final Transactions transactions;
    private final Meters meters;
    private final Accounts accounts;
    private final ModelSuggestions suggestions;
    private final TitleSuggestions titles;
    private final BudgetNotices budgetNotices;
    private final BooleanSupplier isIdle;
    private final Membership membership;
    private final Budgets budgets;
    private final Stops stops;
    private final boolean isWorking;
    private final People people;

    public Engine(Parts parts) {
        this(parts, true);
    }

    /// @param isWorking whether jobs are worked on here, or left to other nodes
    public Engine(Parts parts, boolean isWorking) {
        this.isWorking = isWorking;
        this.people = parts.people();
        this.membership = parts.membership();
        this.budgets = parts.budgets();
        this.meters = parts.meters();
        this.transactions = parts.transactions();
        this.adapters = parts.adapters();
        this.queue = parts.queue();
        var running = new Running();
        this.stops = new Stops(parts.jobs(), running, parts.wakes());
        var doubts = new Doubts(parts);
        this.sender = new OutboxSender(parts, doubts);
        this.sweeper = new Sweeper(parts);
        var replies = new Replies(parts, sender);
        this.intake = new Intake(parts, running, replies, doubts);
        var models = new ModelErrands(parts);
        var providers = new ProviderErrands(parts);
        this.runner = new JobRunner(parts, running, replies,
                new EveryErrand(models, providers, new PacketTalk(parts),
                        new VersionErrands(parts),
                        new ReadySamples(parts, new SampleTalk(parts.accounts(), parts.workshop().samples()::of)),
                        new ConversationExport(parts), new UsageErrand(parts), new SubscribeErrand(parts),
                        new TeamTalk(parts), new DataExport(parts), new ManagerErrand(parts, models, providers)),
                intake.decisions());
        this.rounds = new Rounds(parts, replies, new Halt(parts, running, replies));
        this.accounts = parts.accounts();
        this.suggestions = new ModelSuggestions(parts);
        this.titles = new TitleSuggestions(parts);
        this.budgetNotices = new BudgetNotices(parts, replies);
        this.isIdle = () -> parts.jobs().unfinished() == 0 && parts.outbox().waiting() == 0;
        meters.watch(running::count, parts.outbox());
    }

    /// Takes up what the last process left, then opens the doors.
    public void start() {
        membership.start(() -> {
            queue.recover();
            sender.recover();
            transactions.afterCommit(budgets::releaseOrphaned);
        });
        if (!membership.isAlone()) {
            stops.start();
        }
        sender.start();
        sweeper.start();
        rounds.start();
        if (isWorking) {
            runner.start();
            queue.start(runner);
        }
        adapters.all().forEach(adapter -> adapter.start(this));
    }

    @Override
    public void receive(List<? extends Incoming> events) {
        events.forEach(event -> meters.received(event.chat().platform()));
        try {
            take(events, intake::accept);
        } catch (NotStored failure) {
            throw failure;
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("{} events are tried again one by one", events.size(), fault);
            events.forEach(this::takeOrApologise);
        }
    }

    /// An event that breaks us again, while storage works, would come again for ever and hold up all behind it.
    private void takeOrApologise(Incoming event) {
        try {
            take(List.of(event), intake::accept);
        } catch (NotStored failure) {
            throw failure; // it comes again, or its person is told so
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.error("event {} of {} could not be taken in", event.eventId(), event.chat().platform(), fault);
            take(List.of(event), intake::apologise);
        }
    }

    private void take(List<? extends Incoming> events, Consumer<Incoming> how) {
        transactions.inTransaction(() -> {
            events.forEach(how);
            return true;
        });
    }

    @Override
    public void learn(Perks perks) {
        people.grants().learn(perks);
    }

    @Override
    public Optional<String> refusal(Checkout checkout) {
        return intake.refusal(checkout);
    }

    /// What somebody may mean while they type an option of a command; whole values, best first.
    public List<String> suggest(Sender who, Chat where, String command, String option, String typed) {
        var asker = Asker.of(accounts, accounts.of(who).id(), where);
        var known = titles.of(asker, command, option, typed);
        return known.isEmpty() ? suggestions.of(asker, command, option, typed) : known;
    }

    /// Tells the person whose work brought a budget there. Runs in the transaction that books the cost.
    public void reached(BudgetAlert alert) {
        budgetNotices.tell(alert);
    }

    /// Which doors are open, by platform name.
    public Map<String, Boolean> connected() {
        var state = new TreeMap<String, Boolean>();
        adapters.all().forEach(adapter -> state.put(adapter.platform().name(), adapter.isConnected()));
        return state;
    }

    /// Whether nothing runs and nothing is left to be sent.
    public boolean isIdle() {
        return isIdle.getAsBoolean();
    }

    /// Waits until nothing runs and nothing is left to be sent.
    public void awaitIdle(Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        while (!isIdle() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /// Stops taking in, lets running work finish for a while, hands back the rest.
    @Override
    public void close() {
        close(Duration.ofSeconds(20));
    }

    void close(Duration patience) {
        adapters.all().forEach(ChatAdapter::pause);
        sweeper.close();
        rounds.close();
        runner.handBackAfter(patience);
        queue.close();
        sender.close();
        adapters.all().forEach(ChatAdapter::close);
        stops.close();
        membership.close();
    }
}
