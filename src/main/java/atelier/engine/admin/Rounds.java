package atelier.engine.admin;

import atelier.account.Accounts;
import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import atelier.engine.community.Announcements;
import atelier.engine.community.Community;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Halt;
import atelier.engine.port.Outbox;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.language.Phrases;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what admins ordered: stops the work of those who were banned, and sends news, slowly enough that answers go out
/// beside them. A chat is marked and its message put into the outbox in one transaction, so that none gets news twice, and
/// what a crash left is sent by the next process.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long EVERY_MS = 1000;
    private static final int NEWS_A_ROUND = 10;
    /// With so many unsent messages, news wait.
    private static final int CROWDED = 100;

    private final Community community;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Replies replies;
    private final Halt halt;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Rounds(Parts parts, Replies replies, Halt halt) {
        this.community = parts.community();
        this.accounts = parts.accounts();
        this.transactions = parts.transactions();
        this.outbox = parts.outbox();
        this.replies = replies;
        this.halt = halt;
    }

    public void start() {
        if (community.isDraining()) {
            LOG.warn(
                    "no new work is taken, as an admin ordered; `/admin undrain` or `atelier admin undrain` ends that");
        }
        Thread.ofVirtual().name("rounds").start(() -> {
            try {
                while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                    look();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void look() {
        try {
            enforce();
            announce();
        } catch (RuntimeException failure) {
            if (closed.getCount() > 0) {
                LOG.warn("what admins ordered is looked at again later", failure);
            }
        }
    }

    private void enforce() {
        if (community.bans().hasToEnforce()) {
            transactions.inTransaction(() -> {
                community.bans().toEnforce().forEach(halt::stopAll);
                return true;
            });
        }
    }

    private void announce() {
        if (community.announcements().newest().filter(it -> it.state().equals("SENDING")).isEmpty()) {
            return;
        }
        for (var i = 0; i < NEWS_A_ROUND && outbox.waiting() < CROWDED; i++) {
            if (!transactions.inTransaction(this::sendNext)) {
                transactions.inTransaction(() -> {
                    community.announcements().finish().forEach(this::tell);
                    return true;
                });
                return;
            }
        }
    }

    private boolean sendNext() {
        var next = community.announcements().next();
        next.ifPresent(due -> replies.say(due.account(), ReplyAddress.in(due.chat()), Say.text(due.words())));
        return next.isPresent();
    }

    /// Where nobody else reads it.
    private void tell(Announcements.Standing done) {
        if (done.account() == 0) {
            return;
        }
        var phrases = Phrases.of(accounts.byId(done.account()).locale());
        Optional.of(done.from()).filter(Chat::isPrivate).or(() -> community.places().privateOf(done.account()))
                .ifPresent(chat -> replies.say(done.account(), ReplyAddress.in(chat),
                        Say.text(phrases.say("admin.announce.done", "sent", done.sent()))));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
