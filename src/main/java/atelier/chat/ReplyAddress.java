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

    @Override
    public String toString() {
        return "ReplyAddress[" + chat.key() + ", " + messageId + "]";
    }
}
