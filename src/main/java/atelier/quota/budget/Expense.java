package atelier.quota.budget;

import java.util.ArrayList;
import java.util.List;

/// For whom money is spent.
///
/// @param account number of the person's account; 0 for none
/// @param team    key of the team's chat; empty for none
/// @param job     id of the work; empty for none
public record Expense(long account, String team, String job) {
    /// Always in this order, so that those who lock their rows never wait for one another in a circle.
    List<Payer> payers() {
        var payers = new ArrayList<Payer>();
        if (account != 0) {
            payers.add(new Payer.Person(account));
        }
        if (!team.isEmpty()) {
            payers.add(new Payer.Team(team));
        }
        payers.add(new Payer.Service());
        return payers;
    }
}
