package atelier.chat;

/// A place where people talk: a channel, a direct message, a group, a topic.
///
/// @param id        unique within the platform; a Telegram topic is `chat:topic`
/// @param isPrivate whether only one person and the bot are in it
/// @param isShared  whether the people in it make things together, in one conversation: a thread, a group, a topic. In
///                  other places each has a conversation of their own
public record Chat(Platform platform, String id, boolean isPrivate, boolean isShared) {
    /// Telegram's groups and topics are for a few people who talk together; Discord's channels are not.
    public Chat(Platform platform, String id, boolean isPrivate) {
        this(platform, id, isPrivate, platform == Platform.TELEGRAM && !isPrivate);
    }

    /// Key of the team that meets here; empty where there is only one person.
    public String team() {
        return isPrivate ? "" : key();
    }

    /// One text that names this chat among all platforms, such as `TELEGRAM:42`.
    public String key() {
        return platform + ":" + id;
    }
}
