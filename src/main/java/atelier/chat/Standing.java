package atelier.chat;

import java.util.Set;

/// What a platform says of a person at the place where they speak.
///
/// @param server  the server or group the chat belongs to, by the platform's id; empty where there is none
/// @param roles   their roles there, by the platform's ids
/// @param manages whether the platform said that they may change the settings of that server; where it does not say so by
///                itself, [ChatAdapter#manages] asks
/// @param isBot   whether it is a program that speaks
public record Standing(String server, Set<String> roles, boolean manages, boolean isBot) {
    /// Nothing is known of them.
    public static final Standing UNKNOWN = new Standing("", Set.of(), false, false);

    public Standing {
        roles = Set.copyOf(roles);
    }

    /// An ordinary member of a server.
    public static Standing in(String server) {
        return new Standing(server, Set.of(), false, false);
    }
}
