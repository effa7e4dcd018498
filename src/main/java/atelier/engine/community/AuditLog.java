package atelier.engine.community;

import java.time.Instant;
import java.util.List;

/// Everything that admins, team admins and moderation did. Nothing is ever changed in it; what is written must hold no secret.
public interface AuditLog {
    void add(Act act);

    /// The newest first.
    List<Act> newest(int atMost);

    /// @param actor  who, such as `TELEGRAM:42` or `CLI:root`
    /// @param place  from where: a chat's key, or `cli`
    /// @param what   such as `ban`
    /// @param target on whom or what; empty for nobody in particular
    /// @param detail anything else; empty for nothing
    record Act(Instant at, String actor, String place, String what, String target, String detail) {}
}
