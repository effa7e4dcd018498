package atelier.quota;

import atelier.account.Account;
import atelier.account.Tier;
import atelier.language.Sentence;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
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

    /// Reserves messages of today for `job`, all or none. Call inside the transaction that stores the job.
    ///
    /// @param count how many the job counts as
    public Spend reserve(Account account, String job, int count) {
        var limit = account.tier().messagesPerDay();
        return ledger.take(account.id(), today(), limit, job, count)
                ? new Spend.Granted()
                : refused(account.tier(), count, Math.max(0, limit - ledger.used(account.id(), today())));
    }

    private Spend refused(Tier tier, int count, int left) {
        var again = midnight();
        var hour = HOUR.format(again);
        var limit = tier.messagesPerDay();
        return new Spend.Refused(left == 0
                ? Sentence.of("quota.used-up", "limit", limit, "tier", tier.name(), "again", hour)
                : Sentence.of("quota.too-few", "count", count, "left", left, "limit", limit, "tier", tier.name(),
                        "again", hour),
                again.toInstant());
    }

    /// The job's result is stored.
    ///
    /// @param count how many of its messages count; the others are given back
    public void settle(String job, int count) {
        ledger.settle(job, count);
    }

    /// The job gave nothing: none of its messages counts.
    public void release(String job) {
        ledger.settle(job, 0);
    }

    /// What messages were taken for today, oldest first.
    public List<Charge> charges(Account account) {
        return ledger.charges(account.id(), today());
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
