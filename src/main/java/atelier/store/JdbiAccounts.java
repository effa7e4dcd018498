package atelier.store;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Accounts in the database.
public final class JdbiAccounts implements Accounts {
    private final Database database;
    private final Tiers tiers;
    private final Set<String> admins;
    private final InstantSource clock;

    /// @param admins who runs Atelier, as `DISCORD:123`
    public JdbiAccounts(Database database, Tiers tiers, Set<String> admins, InstantSource clock) {
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
            return byId(known.map(Known::account).orElseGet(() -> begin(sender)));
        });
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
                    var tier = row.getString("tier");
                    var locale = row.getString("locale");
                    return new Account(id, tier == null ? tiers.byDefault() : tiers.named(tier),
                            locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale));
                }).one());
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
