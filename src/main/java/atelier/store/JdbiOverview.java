package atelier.store;

import atelier.engine.community.Overview;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.ProviderKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sums over everybody, from the database.
final class JdbiOverview implements Overview {
    private static final String SUMS = """
            count(*) as calls, sum(input_tokens + output_tokens) as tokens, sum(cost_usd) as usd
            from model_call where called_at >= :from""";

    private static final String PEOPLE = """
            select coalesce((select min(platform || ':' || platform_id) from identity
                where identity.account_id = sums.account_id), 'account ' || account_id) as who, calls, tokens, usd
            from (select account_id, %s and %%s group by account_id) sums
            order by usd desc, tokens desc, who limit :most""".formatted(SUMS);

    private final Database database;

    JdbiOverview(Database database) {
        this.database = database;
    }

    @Override
    public List<Share> people(Instant from, int atMost) {
        return shares(PEOPLE.formatted("account_id <> 0"), from, atMost);
    }

    @Override
    public Optional<Share> person(long account, Instant from) {
        return shares(PEOPLE.formatted("account_id = " + account), from, 1).stream().findFirst();
    }

    @Override
    public Optional<Share> team(String key, Instant from) {
        return teams(from, Integer.MAX_VALUE).stream().filter(share -> share.who().equals(key)).findFirst();
    }

    @Override
    public List<Share> teams(Instant from, int atMost) {
        return shares("""
                select team as who, calls, tokens, usd from (select team, %s and team <> '' group by team) sums
                order by usd desc, tokens desc, who limit :most""".formatted(SUMS), from, atMost);
    }

    private List<Share> shares(String query, Instant from, int atMost) {
        return database.read(handle -> handle.createQuery(query).bind("from", from.toEpochMilli())
                .bind("most", atMost).map((row, _) -> new Share(row.getString("who"), row.getLong("calls"),
                        row.getLong("tokens"), row.getDouble("usd")))
                .list());
    }

    @Override
    public Map<String, Integer> ended(Instant from) {
        return counted("ended_at >= " + from.toEpochMilli());
    }

    @Override
    public Map<String, Integer> unfinished() {
        return counted("state in ('WAITING', 'QUEUED', 'RUNNING')");
    }

    private Map<String, Integer> counted(String which) {
        return database.read(handle -> handle
                .createQuery("select state, count(*) as jobs from job where " + which + " group by state")
                .reduceRows(new TreeMap<String, Integer>(), (found, row) -> {
                    found.put(row.getColumn("state", String.class), row.getColumn("jobs", Integer.class));
                    return found;
                }));
    }

    @Override
    public List<ProviderKey> keys() {
        return database.read(handle -> handle.createQuery("select * from provider_key order by owner, provider, origin")
                .map((row, _) -> new ProviderKey(Owner.of(row.getString("owner")), row.getString("provider"),
                        Origin.of(row.getString("origin")), row.getString("last_four"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("rotated_at"))))
                .list()).stream().filter(key -> !JdbiProposedKeys.isOnTrial(key)).toList();
    }

    @Override
    public int undelivered(Instant from) {
        return database.read(handle -> handle
                .createQuery("select count(*) from outbox where state = 'DEAD' and created_at >= :from")
                .bind("from", from.toEpochMilli()).mapTo(Integer.class).one());
    }

    @Override
    public int nodes() {
        return database.read(handle -> handle.createQuery("select count(*) from node").mapTo(Integer.class).one());
    }
}
