package atelier.store;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Grant;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Accounts in the database.
public final class JdbiAccounts implements Accounts {
    /// Behind a language the platform did not tell.
    private static final String GUESSED = "-x-guessed";
    private static final String ROWS = """
            select a.id, a.tier, a.language, i.platform, i.platform_id, i.locale, g.source, g.item
            from account a left join identity i on i.account_id = a.id
            left join tier_grant g on\s""" + JdbiGrants.RUNNING + " where a.id = ";

    private final Database database;
    private final Tiers tiers;
    private final Set<String> admins;
    private final InstantSource clock;
    private final JdbiGrants grants;
    private final ErasureMarks marks;

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
        this.marks = new ErasureMarks(database, clock);
    }

    @Override
    public Account of(Sender sender) {
        return database.write(handle -> {
            var platform = sender.platform().name();
            var rows = rows(handle.createQuery(ROWS + """
                    (select account_id from identity where platform = :platform and platform_id = :sender)""")
                    .bind("platform", platform).bind("sender", sender.id()));
            if (rows.isEmpty()) {
                var begun = byId(begin(sender));
                return new Account(begun.id(), begun.tier(), sender.locale());
            }
            var here = rows.stream().filter(it -> it.isOf(platform, sender.id())).findFirst().orElseThrow();
            var account = account(rows);
            var isTold = sender.isLocaleGuessed() && !here.tag().endsWith(GUESSED);
            if (!isTold && !here.tag().equals(tag(sender))) {
                handle.createUpdate(
                        "update identity set locale = :locale where platform = :platform and platform_id = :id")
                        .bind("locale", tag(sender)).bind("platform", platform).bind("id", sender.id()).execute();
            }
            // Who is known on several platforms is spoken to as they set it on this one, unless they chose a language here.
            return here.language() != null
                    ? account
                    : new Account(account.id(), account.tier(), isTold ? locale(here.tag()) : sender.locale());
        });
    }

    private static String tag(Sender sender) {
        return sender.locale().toLanguageTag() + (sender.isLocaleGuessed() ? GUESSED : "");
    }

    private static Locale locale(String tag) {
        return Locale.forLanguageTag(tag).stripExtensions();
    }

    private long begin(Sender sender) {
        return database.write(handle -> {
            var account = handle.createQuery("insert into account (created_at) values (:now) returning id")
                    .bind("now", clock.instant().toEpochMilli()).mapTo(Long.class).one();
            handle.createUpdate("""
                    insert into identity (platform, platform_id, account_id, name, locale)
                    values (:platform, :id, :account, :name, :locale)""")
                    .bind("platform", sender.platform().name()).bind("id", sender.id()).bind("account", account)
                    .bind("name", sender.name()).bind("locale", tag(sender)).execute();
            marks.takeUp(handle, sender.platform().name(), sender.id(), account);
            return account;
        });
    }

    @Override
    public Account byId(long id) {
        var rows = database.read(handle -> rows(handle.createQuery(ROWS + ":id").bind("id", id)));
        if (rows.isEmpty()) {
            throw new IllegalStateException("there is no account " + id);
        }
        return account(rows);
    }

    private Account account(List<Row> rows) {
        var first = rows.getFirst();
        var language = Optional.ofNullable(first.language())
                .or(() -> rows.stream().flatMap(row -> Stream.ofNullable(row.locale())).max(Comparator.naturalOrder()));
        return new Account(first.account(), tiers.best(rows.stream().flatMap(Row::tiers).distinct().toList()),
                language.map(JdbiAccounts::locale).orElse(Locale.ENGLISH));
    }

    private List<Row> rows(Query query) {
        return query.bind("now", clock.instant().toEpochMilli()).map((row, _) -> row(row)).list();
    }

    /// An account on one of its platforms, with a grant it has there, if any.
    private record Row(long account, @Nullable String own, @Nullable String language, @Nullable String platform,
            @Nullable String id, @Nullable String locale, @Nullable String granted) {
        private Stream<String> tiers() {
            return Stream.of(own, granted).flatMap(Stream::ofNullable);
        }

        private boolean isOf(String itsPlatform, String itsId) {
            return itsPlatform.equals(platform) && itsId.equals(id);
        }

        private String tag() {
            return locale == null ? "" : locale;
        }
    }

    private Row row(ResultSet row) throws SQLException {
        var source = row.getString("source");
        return new Row(row.getLong("id"), row.getString("tier"), row.getString("language"), row.getString("platform"),
                row.getString("platform_id"), row.getString("locale"), source == null
                        ? null
                        : grants.tier(Grant.Source.valueOf(source), row.getString("item")).orElse(null));
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
