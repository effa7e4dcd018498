package atelier.engine.community;

import atelier.chat.Chat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The chats the bot was spoken to in.
public interface Places {
    /// Notes that somebody spoke to the bot there.
    ///
    /// @param server key of the server or group the chat belongs to; empty where there is none
    void seen(Chat chat, String server, long account);

    /// Notes that a bot spoke there, or with `false` that a person did.
    ///
    /// @return whether it was otherwise before
    boolean botSpoke(String chatKey, boolean isBot);

    /// Key of the server or group this chat belongs to; empty where there is none, or nothing is known of the chat.
    String server(String chatKey);

    /// Key of the team a chat belongs to: its server or group, and where there is none, the chat itself.
    default String team(String chatKey) {
        var server = chatKey.isEmpty() ? "" : server(chatKey);
        return server.isEmpty() ? chatKey : server;
    }

    /// The chat alone with this person that was used last.
    Optional<Chat> privateOf(long account);

    /// Chats that were used since then, the newest first.
    List<Known> since(Instant from);

    /// The account of the person with this id; empty when they never spoke to the bot.
    Optional<Long> account(String platform, String id);

    /// The platforms' ids of a person, such as `TELEGRAM:42`.
    List<String> identities(long account);

    /// Accounts of everybody with one of these identities.
    List<Long> accounts(List<String> identities);

    /// @param account who spoke there last
    record Known(Chat chat, String server, long account, Instant at) {}
}
