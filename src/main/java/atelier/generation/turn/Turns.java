package atelier.generation.turn;

import java.time.Duration;

/// The lines before model servers. Thread-safe.
public interface Turns {
    /// By so much earlier each step of priority lets somebody go: who came that much later and ranks one higher goes first. So
    /// everybody's turn comes, however many of a higher rank there are.
    Duration RANK = Duration.ofSeconds(20);

    /// Enters a line. Does not wait.
    ///
    /// @param place    the server, see [Place]
    /// @param atOnce   how many it answers at once
    /// @param priority higher goes first, see [#RANK]
    /// @param changed  called, on any thread, whenever [Ticket#before()] may have changed
    Ticket come(String place, int atOnce, int priority, Runnable changed);

    /// Somebody's stand in a line. Closing it leaves the line, or gives the place at the server back.
    interface Ticket extends AutoCloseable {
        /// How many must be done first; 0 when it is one's turn, from then on until closed.
        int before();

        /// How many others the server was answering when one's turn came.
        int beside();

        @Override
        void close();
    }
}
