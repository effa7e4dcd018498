package atelier.quota.budget;

import java.util.ArrayList;
import java.util.List;

/// For whom money is spent.
///
/// @param account number of the person's account; 0 for none
/// @param chat    key of the chat, where it belongs to a team; empty for none
/// @param team    key of the team: a server, a group, or a chat that belongs to none; empty for none
/// @param job     id of the work; empty for none
public record Expense(long account, String chat, String team, String job) {
    /// Where the chat is the whole team.
    public Expense(long account, String team, String job) {
        this(account, "", team, job);
    }

    /// Of somebody in a chat, which may be a team by itself.
    ///
    /// @param team what the chat belongs to; the chat's own key where it belongs to nothing
    public static Expense in(long account, String chat, String team, String job) {
        return new Expense(account, chat.equals(team) ? "" : chat, team, job);
    }

    /// Always in this order, so that those who lock their rows never wait for one another in a circle.
    List<Payer> payers() {
        var payers = new ArrayList<Payer>();
        if (account != 0) {
            payers.add(new Payer.Person(account));
        }
        if (!chat.isEmpty()) {
            payers.add(new Payer.Chat(chat));
        }
        if (!team.isEmpty()) {
            payers.add(new Payer.Team(team));
        }
        payers.add(new Payer.Service());
        return payers;
    }
}
