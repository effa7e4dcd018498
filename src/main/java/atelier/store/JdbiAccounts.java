package atelier.store;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Grant;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Accounts in the database.
public final class JdbiAccounts implements Accounts {
    private final Database database;
    private final Tiers tiers;
    private final Set<String> admins;
    private final InstantSource clock;
    private final JdbiGrants grants;

    /// @param admins who runs Atelier, as `DISCORD:123`
    public JdbiAccounts(Database database, Tiers tiers, Set<String> admins, InstantSource clock) {
        this(database, tiers, new JdbiGrants(database, tiers, Offers.NONE, clock), admins, clock);
    }

    /// @param grants where tiers come from
    /// @param admins who runs Atelier, as `DISCORD:123`
    public JdbiAccounts(Database database, Tiers tiers, JdbiGrants grants, Set<String> admins, InstantSource clock) {
        this.grants = grants;
        this.database = database;
        this.tiers = tiers;
        this.admins = Set.copyOf(admins);
        this.clock = clock;
    }

    @Override
    public Account of(Sender sender) {
        return database.write(handle -> {
            var known = handle.createQuery("""
                    select account_id, locale from identity where platform = :platform and platform_id = :id""")
                    .bind("platform", sender.platform().name()).bind("id", sender.id())
                    .map((row, _) -> new Known(row.getLong("account_id"), row.getString("locale"))).findOne();
            known.filter(it -> !it.locale().equals(sender.locale().toLanguageTag())).ifPresent(_ -> handle
                    .createUpdate(
                            "update identity set locale = :locale where platform = :platform and platform_id = :id")
                    .bind("locale", sender.locale().toLanguageTag()).bind("platform", sender.platform().name())
                    .bind("id", sender.id()).execute());
            return speaking(handle, byId(known.map(Known::account).orElseGet(() -> begin(sender))), sender.locale());
        });
    }

    /// Who is known on several platforms is spoken to as they set it on this one, unless they chose a language here.
    private static Account speaking(Handle handle, Account account, Locale locale) {
        var hasChosen = handle.createQuery("select count(*) from account where id = :id and language is not null")
                .bind("id", account.id()).mapTo(Integer.class).one() > 0;
        return hasChosen ? account : new Account(account.id(), account.tier(), locale);
    }

    private record Known(long account, String locale) {}

    private long begin(Sender sender) {
        return database.write(handle -> {
            var account = handle.createQuery("insert into account (created_at) values (:now) returning id")
                    .bind("now", clock.instant().toEpochMilli()).mapTo(Long.class).one();
            handle.createUpdate("""
                    insert into identity (platform, platform_id, account_id, name, locale)
                    values (:platform, :id, :account, :name, :locale)""")
                    .bind("platform", sender.platform().name()).bind("id", sender.id()).bind("account", account)
                    .bind("name", sender.name()).bind("locale", sender.locale().toLanguageTag()).execute();
            return account;
        });
    }

    @Override
    public Account byId(long id) {
        return database.read(handle -> handle
                .createQuery(
                        """
                                select tier, coalesce(language, (select max(locale) from identity where account_id = account.id)) as locale
                                from account where id = :id""")
                .bind("id", id)
                .map((row, _) -> {
                    var locale = row.getString("locale");
                    return new Account(id, tier(id, row.getString("tier")),
                            locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale));
                }).one());
    }

    private Tier tier(long id, @Nullable String own) {
        var granted = grants.of(id).stream().map(Grant::tier);
        return tiers.best(Stream.concat(Stream.ofNullable(own), granted).toList());
    }

    @Override
    public List<Identity> identities(long id) {
        return database.read(handle -> handle.createQuery("""
                select platform, platform_id, name from identity where account_id = :id
                order by platform, platform_id""").bind("id", id)
                .map((row, _) -> new Identity(Platform.valueOf(row.getString("platform")),
                        row.getString("platform_id"), row.getString("name")))
                .list());
    }

    @Override
    public Optional<Account> find(Identity identity) {
        return database.read(handle -> handle
                .createQuery("select account_id from identity where platform = :platform and platform_id = :id")
                .bind("platform", identity.platform().name()).bind("id", identity.id()).mapTo(Long.class).findOne())
                .map(this::byId);
    }

    @Override
    public void speak(long id, @Nullable Locale language) {
        database.write(handle -> handle.createUpdate("update account set language = :language where id = :id")
                .bind("language", language == null ? null : language.toLanguageTag()).bind("id", id).execute());
    }

    @Override
    public boolean isAdmin(long id) {
        return database.read(handle -> handle
                .createQuery("select platform, platform_id from identity where account_id = :id").bind("id", id)
                .map((row, _) -> row.getString("platform") + ":" + row.getString("platform_id")).list()).stream()
                .anyMatch(it -> admins.contains(it) || it.startsWith(Platform.TERMINAL + ":"));
    }
}
