package atelier.store;

import atelier.account.Grant;
import atelier.account.Grant.Source;
import atelier.account.Grants;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tiers;
import atelier.chat.Perks;
import atelier.chat.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where tiers come from, in the database, by who somebody is on a platform. Of roles and purchases it is stored which one it
/// was; which tier that means is the configuration's matter, each time it is asked.
public final class JdbiGrants implements Grants {
    /// A role is seen only when somebody says something where they have it. So long it counts everywhere.
    static final Duration ROLE_COUNTS = Duration.ofDays(30);

    /// Whether the grant `g` is one of the identity `i`, and counts at `:now`.
    static final String RUNNING = """
            g.platform = i.platform and g.platform_id = i.platform_id
            and g.is_over = 0 and (g.ends_at is null or g.ends_at > :now)""";

    private final Database database;
    private final Tiers tiers;
    private final Offers offers;
    private final InstantSource clock;

    public JdbiGrants(Database database, Tiers tiers, Offers offers, InstantSource clock) {
        this.database = database;
        this.tiers = tiers;
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void grant(Identity to, String tier, @Nullable Instant ends) {
        database.write(handle -> put(handle, to, Source.ADMIN, "", tier, ends, clock.instant()));
    }

    @Override
    public boolean revoke(Identity from) {
        return database.write(handle -> remove(handle, from, Source.ADMIN, ""));
    }

    static boolean remove(Handle handle, Identity from, Source source, String reference) {
        return handle.createUpdate("""
                delete from tier_grant where platform = :platform and platform_id = :id and source = :source
                and reference = :reference""")
                .bind("platform", from.platform().name()).bind("id", from.id()).bind("source", source.name())
                .bind("reference", reference).execute() > 0;
    }

    /// What was taken back for good stays so, and what was so earlier does not count against what was so later.
    static int put(Handle handle, Identity to, Source source, String reference, String item, @Nullable Instant ends,
            Instant seen) {
        return handle.createUpdate("""
                insert into tier_grant (platform, platform_id, source, reference, item, ends_at, is_over, seen_at)
                values (:platform, :id, :source, :reference, :item, :ends, 0, :seen)
                on conflict (platform, platform_id, source, reference) do update set item = excluded.item,
                    ends_at = excluded.ends_at, seen_at = excluded.seen_at
                where excluded.seen_at >= tier_grant.seen_at and tier_grant.is_over = 0""")
                .bind("platform", to.platform().name()).bind("id", to.id()).bind("source", source.name())
                .bind("reference", reference).bind("item", item)
                .bind("ends", ends == null ? null : ends.toEpochMilli()).bind("seen", seen.toEpochMilli()).execute();
    }

    @Override
    public void learn(Perks perks) {
        var person = new Identity(perks.platform(), perks.person(), "");
        database.write(handle -> {
            Optional.ofNullable(perks.roles()).ifPresent(roles -> roles(handle, person, roles, perks.at()));
            // What a whole server bought comes with what its people do.
            perks.purchases().stream().filter(it -> it.isOver() || !person.id().isEmpty())
                    .filter(it -> it.isOver() || offers.skus().containsKey(it.item()))
                    .forEach(it -> purchase(handle, person, it, perks.at()));
            if (perks.isComplete()) {
                end(handle, person, Source.ENTITLEMENT, "", perks.purchases().stream().map(Perks.Purchase::id).toList(),
                        perks.at());
            }
            return true;
        });
    }

    private void roles(Handle handle, Identity person, Perks.Roles roles, Instant at) {
        var counting = roles.ids().stream().filter(offers.roles()::containsKey).toList();
        counting.forEach(role -> put(handle, person, Source.ROLE, roles.place() + "/" + role, role,
                at.plus(ROLE_COUNTS), at));
        end(handle, person, Source.ROLE, roles.place() + "/",
                counting.stream().map(role -> roles.place() + "/" + role).toList(), at);
    }

    private static void purchase(Handle handle, Identity person, Perks.Purchase it, Instant at) {
        if (!it.isOver()) {
            put(handle, person, Source.ENTITLEMENT, it.id(), it.item(), it.ends(), at);
            return;
        }
        // A stone in its place, should the news of its beginning come only now.
        if (!person.id().isEmpty()) {
            put(handle, person, Source.ENTITLEMENT, it.id(), it.item(), at, at);
        }
        handle.createUpdate("update tier_grant set is_over = 1 where source = :source and reference = :id")
                .bind("source", Source.ENTITLEMENT.name()).bind("id", it.id()).execute();
    }

    /// Ends what somebody had at that time and is not among these. It is not over for good.
    private static void end(Handle handle, Identity person, Source source, String prefix, List<String> kept,
            Instant at) {
        handle.createQuery("""
                select reference from tier_grant where platform = :platform and platform_id = :id
                and source = :source and seen_at < :at and (ends_at is null or ends_at > :at)""")
                .bind("platform", person.platform().name()).bind("id", person.id()).bind("source", source.name())
                .bind("at", at.toEpochMilli()).mapTo(String.class).list().stream()
                .filter(it -> it.startsWith(prefix) && !kept.contains(it)).forEach(it -> handle.createUpdate("""
                        update tier_grant set ends_at = :at, seen_at = :at where platform = :platform
                        and platform_id = :id and source = :source and reference = :reference""")
                        .bind("at", at.toEpochMilli()).bind("platform", person.platform().name())
                        .bind("id", person.id()).bind("source", source.name()).bind("reference", it).execute());
    }

    @Override
    public List<Grant> of(long account) {
        return database
                .read(handle -> handle
                        .createQuery("""
                                select g.*, i.name from identity i join tier_grant g on\s""" + RUNNING
                                + " where i.account_id = :account")
                        .bind("account", account).bind("now", clock.instant().toEpochMilli())
                        .map((row, _) -> grant(row))
                        .list())
                .stream().flatMap(Optional::stream)
                .sorted(Comparator.comparing((Grant it) -> tiers.named(it.tier()), atelier.account.Tier.BY_WORTH)
                        .thenComparing(it -> it.ends() == null ? Instant.MAX : it.ends()).reversed())
                .toList();
    }

    /// Which tier it means; empty for what the configuration knows no longer.
    Optional<String> tier(Source source, String item) {
        return Optional.ofNullable(switch (source) {
            case ADMIN, STARS -> item;
            case ROLE -> offers.roles().get(item);
            case ENTITLEMENT -> offers.skus().get(item);
        }).filter(tiers.byName()::containsKey);
    }

    private Optional<Grant> grant(ResultSet row) throws SQLException {
        var source = Source.valueOf(row.getString("source"));
        var tier = tier(source, row.getString("item"));
        var end = row.getLong("ends_at");
        var ends = row.wasNull() ? null : Instant.ofEpochMilli(end);
        var identity = new Identity(Platform.valueOf(row.getString("platform")), row.getString("platform_id"),
                row.getString("name"));
        var reference = row.getString("reference");
        return tier.map(name -> new Grant(identity, source, reference, name, ends));
    }
}
