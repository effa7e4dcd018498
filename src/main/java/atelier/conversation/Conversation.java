package atelier.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One conversation of one person in one chat.
///
/// @param title   the first words that were said
/// @param pending an unanswered question of the bot, as the engine stored it
public record Conversation(long id, long account, String chatKey, String title, Instant updatedAt,
        @Nullable String pending) {
    /// The same when its question has been answered.
    public Conversation settled() {
        return new Conversation(id, account, chatKey, title, updatedAt, null);
    }
}
