package atelier.chat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an answer goes. Stored with the job, so that any later process can finish the same message.
///
/// @param messageId the platform's id of the message the answer owns (its placeholder), once there is one
/// @param inReplyTo the platform's id of the message being answered, where the platform can show that
/// @param hints     what only the adapter understands, such as an interaction token; never shown and never logged
public record ReplyAddress(Chat chat, @Nullable String messageId, @Nullable String inReplyTo,
        Map<String, String> hints) {
    public ReplyAddress {
        hints = Map.copyOf(hints);
    }

    /// Hint that is present where only the person who asked sees the answer, though the chat has more people in it.
    public static final String ONLY_FOR_ONE = "ephemeral";

    /// Hint that names the server or group, by the platform's id, which whoever asked managed when they did.
    public static final String MANAGES = "manages";

    public static ReplyAddress in(Chat chat) {
        return new ReplyAddress(chat, null, null, Map.of());
    }

    public ReplyAddress owning(String message) {
        return new ReplyAddress(chat, message, inReplyTo, hints);
    }

    public ReplyAddress with(String hint, String value) {
        var more = new HashMap<>(hints);
        more.put(hint, value);
        return new ReplyAddress(chat, messageId, inReplyTo, more);
    }

    /// Whether nobody but the person who asked sees the answer.
    public boolean isOnlyForOne() {
        return chat.isPrivate() || hints.containsKey(ONLY_FOR_ONE);
    }

    /// Hint that is present where the answer takes over a sign the platform shows by itself.
    public static final String OWNS_SIGN = "original";

    /// The same place for one more message, which takes over nothing.
    public ReplyAddress another() {
        var others = new HashMap<>(hints);
        others.remove(OWNS_SIGN);
        return new ReplyAddress(chat, null, null, others);
    }

    /// The same without pointing at the message being answered.
    public ReplyAddress alone() {
        return new ReplyAddress(chat, messageId, null, hints);
    }

    @Override
    public String toString() {
        return "ReplyAddress[" + chat.key() + ", " + messageId + "]";
    }
}
