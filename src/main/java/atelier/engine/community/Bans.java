package atelier.engine.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People who are not answered. A ban is of an identity at a platform, and holds for every identity joined with it.
public interface Bans {
    /// Bans somebody, or replaces the reason.
    void ban(Ban ban);

    /// @return whether they were banned
    boolean lift(String platform, String id);

    /// The ban that holds for this account.
    Optional<Ban> of(long account);

    /// Notes that the person was told.
    ///
    /// @return false when they had been told before
    boolean tell(Ban ban);

    /// Whether [#toEnforce] would hand anybody out.
    boolean hasToEnforce();

    /// Accounts that were banned and whose work may still run; each is handed out once.
    List<Long> toEnforce();

    /// The newest first.
    List<Ban> all();

    /// @param platform such as `TELEGRAM`
    /// @param by       who did it
    record Ban(String platform, String id, String reason, String by, Instant at) {
        public String whom() {
            return platform + ":" + id;
        }
    }
}
