package atelier.chat;

/// A place where people talk: a channel, a direct message, a group, a topic.
///
/// @param id        unique within the platform; a Telegram topic is `chat:topic`
/// @param isPrivate whether only one person and the bot are in it
public record Chat(Platform platform, String id, boolean isPrivate) {
    /// Key of the team that meets here; empty where there is only one person.
    public String team() {
        return isPrivate ? "" : key();
    }

    /// One text that names this chat among all platforms, such as `TELEGRAM:42`.
    public String key() {
        return platform + ":" + id;
    }
}
