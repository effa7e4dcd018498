package atelier.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person said to the bot. Adapters pass on only what is addressed to the bot (a command, a private chat, a
/// mention, a reply to it), with the mention itself taken out of the text.
///
/// @param text       as typed; a command at a platform without command options stands here as `/code a snake game`
/// @param invocation the command, where the platform took it apart itself
/// @param repliesTo  the platform's id of the message this one replies to
/// @param quoted     text of the message this one replies to or was made from, where the platform sends it along
public record Message(String eventId, Chat chat, Sender sender, String text, @Nullable Invocation invocation,
        List<Attachment> attachments, @Nullable String repliesTo, @Nullable String quoted, ReplyAddress replyAt,
        Instant at) implements Incoming {
    public Message {
        attachments = List.copyOf(attachments);
    }
}
