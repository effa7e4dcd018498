package atelier.chat;

import java.time.Instant;

/// A person pressed a button under one of the bot's messages.
///
/// @param buttonId the [Button#id()] it was sent with
/// @param replyAt  where an answer to the press goes; owns no message of its own
public record ButtonPress(String eventId, Chat chat, Sender sender, String buttonId, ReplyAddress replyAt,
        Instant at) implements Incoming {}
