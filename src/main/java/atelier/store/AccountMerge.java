package atelier.store;

import atelier.engine.port.Outbox.Draft;
import atelier.generation.registry.Owner;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Makes one account of two: what each table that knows accounts does about it. Sums where something was used, the stricter
/// one where something is allowed, and another name where both have something of the same name.
final class AccountMerge {
    /// What is to be done, in this order; every table that names an account stands here.
    static final Map<String, List<String>> TABLES = tables();

    private static final String BOTH = "((account_id = :into and other_id = :from)"
            + " or (account_id = :from and other_id = :into))";
    private static final Pattern INTO = Pattern.compile(":into\\b");
    private static final Pattern FROM = Pattern.compile(":from\\b");

    private final Handle handle;
    private final JdbiProviderKeys keys;
    private final long into;
    private final long from;

    AccountMerge(Handle handle, JdbiProviderKeys keys, long into, long from) {
        this.handle = handle;
        this.keys = keys;
        this.into = into;
        this.from = from;
    }

    private static Map<String, List<String>> tables() {
        var tables = new LinkedHashMap<String, List<String>>();
        List.of("identity", "conversation", "job", "reservation", "made_file", "button", "usage_entry", "model_call",
                "budget_hold", "link_attempt", "turn", "outbox", "known_chat", "pending_act", "announcement",
                "announcement_chat", "shared_template", "erased_identity")
                .forEach(table -> tables.put(table, List.of(moved(table))));
        tables.put("ledger_day", List.of("""
                insert into ledger_day (account_id, day, used)
                select :into, day, used from ledger_day where account_id = :from
                on conflict (account_id, day) do update set used = ledger_day.used + excluded.used""",
                dropped("ledger_day")));
        tables.put("model_choice", List.of(withoutDoubles("model_choice", "chat_key"), moved("model_choice")));
        tables.put("model_preference", List.of("""
                insert into model_preference (account_id, local_only, learned_routing)
                select :into, local_only, learned_routing from model_preference where account_id = :from
                on conflict (account_id) do update set
                    local_only = case when excluded.local_only = 1 then 1 else model_preference.local_only end,
                    learned_routing = case when excluded.learned_routing = 0 then 0
                        else model_preference.learned_routing end""", dropped("model_preference")));
        tables.put("open_question",
                List.of(withoutDoubles("open_question", "conversation_id"), moved("open_question")));
        tables.put("report", List.of(withoutDoubles("report", "subject"), moved("report")));
        tables.put("persona", List.of("""
                update persona set name = name || '-' || cast(:from as text) where owner = :fromOwner
                and name in (select name from persona where owner = :intoOwner)""",
                "update persona set owner = :intoOwner where owner = :fromOwner", moved("persona")));
        tables.put("persona_choice", List.of("""
                delete from persona_choice where owner = :fromOwner
                and exists (select 1 from persona_choice where owner = :intoOwner)""",
                "update persona_choice set owner = :intoOwner where owner = :fromOwner", moved("persona_choice")));
        tables.put("erased_account", List.of()); // nobody who is gone joins anybody
        tables.put("vote", List.of(withoutDoubles("vote", "job_id"), moved("vote")));
        // Both must have agreed: what one of them rated could be packed else.
        tables.put("training_consent", List.of("""
                delete from training_consent where account_id = :into
                and not exists (select 1 from training_consent where account_id = :from)""",
                dropped("training_consent")));
        tables.put("template", List.of("""
                update template set name = name || '-' || cast(:from as text) where account_id = :from
                and name in (select name from template where account_id = :into)""", moved("template")));
        tables.put("request_pace", List.of("""
                insert into request_pace (account_id, next_at)
                select :into, next_at from request_pace where account_id = :from
                on conflict (account_id) do update set next_at =
                    case when excluded.next_at > request_pace.next_at then excluded.next_at
                        else request_pace.next_at end""", dropped("request_pace")));
        tables.put("account_link", List.of("""
                delete from account_link where account_id in (:into, :from) or other_id in (:into, :from)"""));
        tables.put("registered_model", List.of("""
                update registered_model set name = name || '-' || cast(:from as text),
                    name_key = name_key || '-' || cast(:from as text)
                where owner = :fromOwner
                and name_key in (select name_key from registered_model where owner = :intoOwner)""",
                "update registered_model set owner = :intoOwner where owner = :fromOwner"));
        tables.put("provider_key", List.of("delete from provider_key where owner = :fromOwner"));
        tables.put("data_key", List.of("delete from data_key where owner = :fromOwner"));
        tables.put("budget_purse", List.of("""
                insert into budget_purse (payer, period, starts, spent, held, told_percent, told_limit)
                select :intoOwner, period, starts, spent, held, told_percent, told_limit from budget_purse
                where payer = :fromOwner
                on conflict (payer, period, starts) do update set spent = budget_purse.spent + excluded.spent,
                    held = budget_purse.held + excluded.held""", "delete from budget_purse where payer = :fromOwner"));
        // Their own, and those that were set for them.
        tables.put("budget_limit", List.of("""
                insert into budget_limit (payer, period, micros)
                select replace(payer, cast(:fromOwner as text), cast(:intoOwner as text)), period, micros
                from budget_limit where\s""" + JdbiOwnLimits.isOf(":fromOwner") + """
                on conflict (payer, period) do update set micros = case when excluded.micros < budget_limit.micros
                   then excluded.micros else budget_limit.micros end""",
                "delete from budget_limit where " + JdbiOwnLimits.isOf(":fromOwner")));
        // What both had of one count since they parted stands in the sums twice.
        tables.put("parted_count", List.of(once("ledger_day", "used", "account_id = :into", "MESSAGES",
                "starts = ledger_day.day"),
                once("budget_purse", "spent", "payer = :intoOwner", "MONEY",
                        "starts = budget_purse.starts and parted_count.period = budget_purse.period"),
                "delete from parted_count where " + BOTH, moved("parted_count"),
                "update parted_count set other_id = :into where other_id = :from"));
        return tables;
    }

    private static String once(String table, String column, String whose, String kind, String when) {
        var shared = "(select cast(coalesce(sum(amount), 0) as bigint) from parted_count where kind = '%s' and parted_count.%s and %s)"
                .formatted(kind, when, BOTH);
        return "update %1$s set %2$s = case when %2$s > %3$s then %2$s - %3$s else 0 end where %4$s".formatted(table,
                column, shared, whose);
    }

    private static String moved(String table) {
        return "update " + table + " set account_id = :into where account_id = :from";
    }

    private static String dropped(String table) {
        return "delete from " + table + " where account_id = :from";
    }

    private static String withoutDoubles(String table, String key) {
        return "delete from " + table + " where account_id = :from and " + key + " in (select " + key + " from " + table
                + " where account_id = :into)";
    }

    /// @return how many provider keys gave way
    /// @throws atelier.secret.VaultException when they cannot be opened
    int run() {
        var droppedKeys = sealAnew();
        readdress();
        TABLES.values().forEach(statements -> statements.forEach(this::execute));
        execute("""
                update account set tier = coalesce(tier, (select tier from account where id = :from)),
                    language = coalesce(language, (select language from account where id = :from)) where id = :into""");
        // Whatever would still name it fails, and is tried again for the account it belongs to now.
        execute("delete from account where id = :from");
        return droppedKeys;
    }

    private void execute(String sql) {
        var update = handle.createUpdate(sql);
        if (INTO.matcher(sql).find()) {
            update.bind("into", into);
        }
        if (FROM.matcher(sql).find()) {
            update.bind("from", from);
        }
        if (sql.contains(":intoOwner")) {
            update.bind("intoOwner", owner(into).key());
        }
        if (sql.contains(":fromOwner")) {
            update.bind("fromOwner", owner(from).key());
        }
        update.execute();
    }

    private static Owner owner(long account) {
        return new Owner.Person(account);
    }

    /// A key opens for its owner only, so each is sealed for the new one.
    private int sealAnew() {
        var there = keys.all(owner(into)).stream().map(it -> it.provider() + " " + it.origin()).toList();
        var gaveWay = 0;
        for (var key : keys.all(owner(from))) {
            if (there.contains(key.provider() + " " + key.origin())) {
                gaveWay++;
                continue;
            }
            try (var secret = keys.use(owner(from), key.provider(), key.origin()).orElseThrow()) {
                keys.keep(owner(into), key.provider(), key.origin(), secret);
            }
        }
        return gaveWay;
    }

    /// Messages still to be sent name the account whose buttons they have.
    private void readdress() {
        record Row(long id, String draft) {}
        handle.createQuery("select id, draft from outbox where draft like :theirs")
                .bind("theirs", "%\"account\":" + from + ",%")
                .map((row, _) -> new Row(row.getLong("id"), row.getString("draft"))).list().forEach(row -> {
                    var old = Json.read(row.draft(), new TypeReference<Draft>() {
                    });
                    if (old.account() == from) {
                        var draft = new Draft(into, old.address(), old.finishesOwn(), old.text(), old.buttons(),
                                old.files());
                        handle.createUpdate("update outbox set draft = :draft where id = :id")
                                .bind("draft", Json.write(draft)).bind("id", row.id()).execute();
                    }
                });
    }
}
