package atelier.engine.port;

import atelier.account.Accounts;
import atelier.conversation.Conversations;
import atelier.generation.Model;
import atelier.generation.registry.Choices;
import atelier.intent.IntentParser;
import atelier.quota.Quota;
import atelier.quota.Rates;
import atelier.usage.UsageLog;
import atelier.usage.Votes;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// What the engine is made of.
///
/// @param models        the models known at present, for people to look at
/// @param choices       which of them people chose
/// @param cloudKeys     the provider keys people entrusted to Atelier
/// @param historyTokens budget of earlier turns that go to a model
public record Parts(Transactions transactions, Inbox inbox, Accounts accounts, Conversations conversations, Jobs jobs,
        JobQueue queue, Outbox outbox, Buttons buttons, ArtifactStore artifacts, MadeFiles madeFiles, UsageLog usage,
        Votes votes,
        Quota quota, Rates rates, IntentParser parser, Workshop workshop, Supplier<List<Model>> models,
        Choices choices, CloudKeys cloudKeys, Adapters adapters, Meters meters, InstantSource clock,
        int historyTokens) {}
