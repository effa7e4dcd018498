package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.config.Config;
import atelier.engine.admin.Admin;
import atelier.engine.admin.AdminDesk;
import atelier.engine.admin.Office;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.quota.budget.Budgets;
import atelier.store.Database;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiCommunity;
import atelier.store.JdbiGrants;
import atelier.store.JdbiOutbox;
import atelier.store.JdbiOwnLimits;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// What an admin can say in chat, at the command line: on the database itself, so the service may run or not. Whoever may read the
/// configuration may do it.
final class AdminVerbs {
    private static final String NODE = "cli";

    private AdminVerbs() {}

    /// @param isSure whether a dangerous act is meant
    /// @return the exit code
    static int run(Config config, String verb, List<String> words, boolean isSure, PrintWriter out) {
        var line = (verb + " " + String.join(" ", words)).strip();
        try (var database = Databases.open(config)) {
            var admin = new Admin("CLI:" + System.getProperty("user.name", "?"), 0, Admin.COMMAND_LINE, isSure,
                    Phrases.of(Language.ENGLISH));
            var said = database.inTransaction(() -> desk(config, database).run(line, admin));
            out.println(said.text().replace("`/admin ", "`admin "));
            if (!said.choices().isEmpty() && said.choices().getFirst().words().startsWith("/admin yes ")) {
                throw new UserFacingException("Nothing was done. Say it once more with --yes.");
            }
            return 0;
        }
    }

    private static AdminDesk desk(Config config, Database database) {
        var clock = Clock.systemUTC();
        var tiers = PeopleOf.tiers(config);
        var grants = new JdbiGrants(database, tiers, PeopleOf.offers(config), clock);
        var accounts = new JdbiAccounts(database, tiers, grants, Service.admins(config), clock);
        var budgets = new Budgets(BudgetPlans.of(config), accounts, new JdbiBudgetBook(database, NODE, clock),
                new JdbiOwnLimits(database), _ -> {}, clock);
        var community = JdbiCommunity.of(database, Service.admins(config),
                config.community().chatRequestsPerMinute(), clock);
        return new AdminDesk(new Office(community, accounts, grants, tiers, config.timeZone(), budgets,
                new JdbiOutbox(database, NODE, clock), List::of, Map::of, clock));
    }
}
