package atelier.store;

import atelier.engine.community.AuditLog;
import java.time.Instant;
import java.util.List;

/// What admins did, in the database.
final class JdbiAuditLog implements AuditLog {
    private final Database database;

    JdbiAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(Act act) {
        database.write(handle -> handle.createUpdate("""
                insert into admin_act (acted_at, actor, place, act, target, detail)
                values (:at, :actor, :place, :what, :target, :detail)""").bind("at", act.at().toEpochMilli())
                .bind("actor", act.actor()).bind("place", act.place()).bind("what", act.what())
                .bind("target", act.target()).bind("detail", act.detail()).execute());
    }

    @Override
    public List<Act> newest(int atMost) {
        return database.read(handle -> handle.createQuery("select * from admin_act order by id desc limit :most")
                .bind("most", atMost)
                .map((row, _) -> new Act(Instant.ofEpochMilli(row.getLong("acted_at")), row.getString("actor"),
                        row.getString("place"), row.getString("act"), row.getString("target"),
                        row.getString("detail")))
                .list());
    }
}
