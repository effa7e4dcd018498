package atelier.engine.port;

import atelier.account.Accounts;
import atelier.conversation.Conversations;
import atelier.conversation.Personas;
import atelier.conversation.Templates;
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
/// @param plays         links to games in the browser
/// @param records       what was noted of calls and ratings
/// @param cloudKeys     the provider keys people entrusted to Atelier
/// @param budgets       what cloud models may cost
/// @param historyTokens budget of earlier turns that go to a model
public record Parts(Transactions transactions, Membership membership, Inbox inbox, Accounts accounts,
        Conversations conversations,
        Templates templates, Personas personas, Jobs jobs,
        JobQueue queue, Outbox outbox, Buttons buttons, ArtifactStore artifacts, MadeFiles madeFiles, PlayLinks plays,
        UsageLog usage,
        Votes votes, Records records,
        Quota quota, Rates rates, IntentParser parser, Workshop workshop, Registry registry,
        CloudKeys cloudKeys, Budgets budgets, Adapters adapters, Meters meters, InstantSource clock,
        int historyTokens) {}
