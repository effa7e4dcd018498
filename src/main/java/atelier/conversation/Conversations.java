package atelier.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conversations that persist. Every question is asked for one account, so nobody reaches another's.
public interface Conversations {
    /// The conversation this person has open in this chat; begun when there is none.
    Conversation current(long account, String chatKey);

    /// Begins a new conversation; the old one is kept.
    Conversation begin(long account, String chatKey);

    /// The person's conversations, newest first.
    List<Conversation> list(long account, int limit);

    /// Adds words to a conversation and makes it the newest.
    void append(long conversation, Turn turn);

    /// The newest turns, oldest first.
    List<Turn> recent(long conversation, int limit);

    /// Remembers (or, with null, forgets) the question the bot asked last.
    void ask(long conversation, @Nullable String pending);
}
