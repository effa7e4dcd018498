package atelier.engine.port;

import atelier.account.Accounts;
import atelier.conversation.Conversations;
import atelier.conversation.Personas;
import atelier.conversation.Templates;
import atelier.engine.community.Community;
import atelier.engine.node.Membership;
import atelier.engine.play.PlayLinks;
import atelier.intent.IntentParser;
import atelier.quota.Quota;
import atelier.quota.Rates;
import atelier.quota.budget.Budgets;
import atelier.usage.UsageLog;
import atelier.usage.Votes;
import java.time.InstantSource;

/// What the engine is made of.
///
/// @param membership    this process among those on the same database
/// @param wakes         news from and for the others
/// @param plays         links to games in the browser
/// @param records       what was noted of calls and ratings
/// @param cloudKeys     the provider keys people entrusted to Atelier
/// @param budgets       what cloud models may cost
/// @param people        where tiers come from, what is sold, whose accounts are one
/// @param community     who is banned, what teams allow, and the like
/// @param historyTokens budget of earlier turns that go to a model
/// @param personal      everything that is kept of a person
public record Parts(Transactions transactions, Membership membership, Wakes wakes, Inbox inbox, Accounts accounts,
        Conversations conversations,
        Templates templates, Personas personas, Jobs jobs,
        JobQueue queue, Outbox outbox, Buttons buttons, ArtifactStore artifacts, MadeFiles madeFiles, PlayLinks plays,
        UsageLog usage,
        Votes votes, Records records,
        Quota quota, Rates rates, IntentParser parser, Workshop workshop, Registry registry,
        CloudKeys cloudKeys, Budgets budgets, Community community, Adapters adapters, Meters meters,
        InstantSource clock,
        int historyTokens, People people, PersonalData personal) {}
