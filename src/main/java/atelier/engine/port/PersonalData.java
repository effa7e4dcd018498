package atelier.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Everything that is kept of a person, to be handed out or to be gone.
public interface PersonalData {
    /// What is kept of a person, by table: each row by the names of its columns, without secrets.
    Map<String, List<Map<String, Object>>> rows(long account);

    /// The files made for them, the newest first.
    List<MadeFiles.MadeFile> files(long account);

    /// Removes all of it, in the current transaction; files nobody else has are removed once that has committed. The books
    /// stay, under a number that belongs to nobody. Who begins again the same day has as much of the day left as before.
    void erase(long account);

    /// Removes what has been kept long enough.
    void expire(Instant now);

    /// How long that is.
    Retention retention();
}
