package atelier.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One conversation: of one person, or of all who talk in a shared place.
///
/// @param account  whose it is; of a shared one, who began it
/// @param title    the first words that were said, unless somebody named it
/// @param pending  an unanswered question of the bot to whoever asks for the conversation, as the engine stored it
/// @param isShared whether several people have it together
public record Conversation(long id, long account, String chatKey, String title, Instant updatedAt,
        @Nullable String pending, boolean isShared) {
    /// The same when its question has been answered.
    public Conversation settled() {
        return new Conversation(id, account, chatKey, title, updatedAt, null, isShared);
    }
}
