package atelier.store;

import atelier.engine.port.Nodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Nodes and leases in the database.
public final class JdbiNodes implements Nodes {
    private final Database database;

    public JdbiNodes(Database database) {
        this.database = database;
    }

    @Override
    public boolean beat(String node) {
        return database.write(handle -> handle.createQuery("""
                insert into node (id, beats) values (:node, 1)
                on conflict (id) do update set beats = node.beats + 1 returning beats""").bind("node", node)
                .mapTo(Long.class).one() > 1);
    }

    @Override
    public Map<String, Long> beats() {
        return database.read(handle -> {
            var beats = new HashMap<String, Long>();
            handle.createQuery("select id, beats from node")
                    .map((row, _) -> beats.put(row.getString("id"), row.getLong("beats"))).list();
            return beats;
        });
    }

    @Override
    public boolean bury(String node, long beats) {
        return database.write(handle -> handle.createUpdate("delete from node where id = :node and beats = :beats")
                .bind("node", node).bind("beats", beats).execute() == 1);
    }

    @Override
    public void leave(String node) {
        database.write(handle -> handle.createUpdate("delete from lease where holder = :node").bind("node", node)
                .execute()
                + handle.createUpdate("delete from node where id = :node").bind("node", node).execute());
    }

    @Override
    public boolean take(String lease, String node) {
        return database.write(handle -> handle.createUpdate("""
                insert into lease (name, holder) values (:lease, :node)
                on conflict (name) do update set holder = :node
                where lease.holder = :node or not exists (select 1 from node where node.id = lease.holder)""")
                .bind("lease", lease).bind("node", node).execute() == 1);
    }

    @Override
    public void release(String lease, String node) {
        database.write(handle -> handle.createUpdate("delete from lease where name = :lease and holder = :node")
                .bind("lease", lease).bind("node", node).execute());
    }

    @Override
    public Optional<String> holder(String lease) {
        return database.read(handle -> handle.createQuery("""
                select holder from lease where name = :lease and exists (select 1 from node where id = holder)""")
                .bind("lease", lease).mapTo(String.class).findOne());
    }

    @Override
    public Set<String> held(String beginning) {
        return database.read(handle -> handle.createQuery("""
                select name from lease where substr(name, 1, :length) = :beginning
                and exists (select 1 from node where id = holder)""").bind("length", beginning.length())
                .bind("beginning", beginning).mapTo(String.class).set());
    }
}
