package atelier.quota;

import atelier.account.Account;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Messages a day by tier: reserved when a message is accepted, settled when its result is stored, released when it
/// failed or was stopped. The day turns at midnight in the service's time zone.
public final class Quota {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;

    public Quota(Ledger ledger, InstantSource clock, ZoneId zone) {
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
    }

    /// Reserves one message of today for `job`. Call inside the transaction that stores the job.
    public Spend reserve(Account account, String job) {
        var limit = account.tier().messagesPerDay();
        if (ledger.take(account.id(), today(), limit, job)) {
            return new Spend.Granted(Math.max(0, limit - ledger.used(account.id(), today())));
        }
        var again = midnight();
        return new Spend.Refused(
                "You have used all %d messages of today's %s tier. The count starts anew at %s. Help, history and stopping stay free."
                        .formatted(limit, account.tier().name(), HOUR.format(again)),
                again.toInstant());
    }

    /// The job's result is stored: the message counts.
    public void settle(String job) {
        ledger.settle(job);
    }

    /// The job gave nothing: the message does not count.
    public void release(String job) {
        ledger.release(job);
    }

    public Standing standing(Account account) {
        return new Standing(account.tier().name(), ledger.used(account.id(), today()), account.tier().messagesPerDay(),
                midnight());
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private ZonedDateTime midnight() {
        return today().plusDays(1).atStartOfDay(zone);
    }
}
