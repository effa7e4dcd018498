package atelier.engine.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the buttons under the bot's messages mean. Ids are opaque and bound to a person and a chat.
public interface Buttons {
    /// Stores what buttons mean, by their ids, in the current transaction.
    void add(Map<String, Meaning> meanings);

    /// Stores a meaning, in the current transaction.
    ///
    /// @return the id for the button
    default String add(long account, String chatKey, Action action, String argument) {
        var id = newId();
        add(Map.of(id, new Meaning(account, chatKey, action, argument)));
        return id;
    }

    /// Of 122 random bits, which nobody can guess, behind the time: what is made together stands together in an index.
    static String newId() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-" + UUID.randomUUID();
    }

    Optional<Meaning> find(String id);

    /// Forgets buttons made before `before`.
    void forget(Instant before);

    /// What pressing does.
    enum Action {
        /// Stops the job named by the argument.
        STOP,
        /// Makes the job named by the argument again.
        REGENERATE,
        /// Asks which other model shall make the job named by the argument.
        OTHER_MODEL,
        /// Says the argument as if the person had typed it.
        SAY,
        /// Sends the doubtful message numbered by the argument once more.
        SEND_AGAIN,
        /// Rates the job named by the argument.
        LIKE, DISLIKE,
        /// Likes one part of a comparison above the others; the argument names the part.
        PREFER,
        /// Tells those who run Atelier of the job named by the argument; everybody in the chat may.
        REPORT
    }

    /// A stored meaning.
    record Meaning(long account, String chatKey, Action action, String argument) {}
}
