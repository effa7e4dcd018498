package atelier.engine.community;

import java.time.Instant;
import java.util.List;

/// What people reported.
public interface Reports {
    /// @return false when this person reported the same before
    boolean add(Report report);

    /// How many this person made since then.
    int count(long account, Instant from);

    /// The newest first.
    List<Report> newest(int atMost);

    /// @param subject what was reported: the id of a work, or of a message
    /// @param link    where it can be looked at; empty where it cannot
    record Report(long account, String chatKey, String subject, String excerpt, String link, Instant at) {}
}
