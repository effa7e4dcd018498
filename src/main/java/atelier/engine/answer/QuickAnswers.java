package atelier.engine.answer;

import atelier.account.Account;
import atelier.account.Tier;
import atelier.chat.Button;
import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.model.ModelTalk;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.provider.ProviderTalk;
import atelier.engine.template.TemplateTalk;
import atelier.generation.OwnModel;
import atelier.generation.setup.OwnModels;
import atelier.intent.CommandTable;
import atelier.intent.Intent;
import atelier.quota.Quota;
import atelier.usage.Cost;
import atelier.usage.Scope;
import atelier.usage.UsageLog;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers that need no work and cost nothing: help, quota, history, thanks.
public final class QuickAnswers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final List<String> EXAMPLES = List.of("a happy pop song about the sea", "a snake game in space",
            "lyrics about the sea at night", "/code a command-line todo list in Java");

    /// No wish about Atelier itself is longer. What reads such wishes may look at the same letters many times.
    private static final int LONGEST_WISH = 1000;

    private final Quota quota;
    private final Conversations conversations;
    private final UsageLog usage;
    private final ModelTalk modelTalk;
    private final BudgetTalk budgetTalk;
    private final LanguageTalk languageTalk;
    private final PacketTalk packetTalk;
    private final ProviderTalk providerTalk;
    private final TemplateTalk templateTalk;
    private final OwnModels own;
    private final InstantSource clock;

    public QuickAnswers(Parts parts) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.usage = parts.usage();
        this.modelTalk = new ModelTalk(parts);
        this.budgetTalk = new BudgetTalk(parts.budgets());
        this.languageTalk = new LanguageTalk(parts.accounts());
        this.packetTalk = new PacketTalk(parts);
        this.providerTalk = new ProviderTalk(parts);
        this.templateTalk = new TemplateTalk(parts);
        this.own = parts.registry().own();
        this.clock = parts.clock();
    }

    public Next to(Intent intent, Asker asker, Conversation conversation) {
        return switch (intent) {
            case Intent.Help it -> new Next.Said(help(it));
            case Intent.Greet _ ->
                new Next.Said(examples("Hello! Tell me what to make, in your own words. For example:"));
            case Intent.Thank _ -> new Next.Said(Say.text("You're welcome. What shall we make next?"));
            case Intent.Unknown _ -> new Next.Said(examples("I couldn't make sense of that. Try one of these:"));
            case Intent.PlaySample it -> new Next.Errand(it);
            case Intent.ShowExample it when SampleTalk.names(it.request()) ->
                new Next.Errand(new Intent.PlaySample(it.request()));
            case Intent.ShowExample _ -> new Next.Said(samples());
            case Intent.ShowUsage it -> new Next.Said(Say.text(standing(asker, it.view())));
            case Intent.History it -> new Next.Said(history(it, asker.account(), conversation));
            case Intent.ManageModels it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong());
            case Intent.ManageAccount it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong());
            case Intent.ManageModels it -> modelTalk.to(it.request(), asker);
            case Intent.ManageAccount it when it.action().equals("provider") -> providerTalk.to(it.request(), asker);
            case Intent.ManageAccount it ->
                packetTalk.about(it, asker).orElseGet(() -> new Next.Said(settings(it, asker)));
            case Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _ ->
                new Next.Said(notYet("Working with recordings"));
            case Intent.ManageTemplates it when it.request().startsWith("/persona") ->
                new Next.Said(notYet("Choosing how I talk"));
            case Intent.ManageTemplates it -> templateTalk.to(it.request(), asker, conversation);
            case Intent.EditLast it -> new Next.Errand(it);
            case Intent.WriteCode _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.MakeGame _,Intent.WriteLyrics _,Intent.ComposeMelody _,Intent.ComposeTopline _,Intent.ComposeSong _,Intent.AnalyzeLog _,Intent.Talk _,Intent.AskHowTo _,Intent.InquireFeature _,Intent.Regenerate _,Intent.Cancel _,Intent.CompareModels _ ->
                new Next.Work();
        };
    }

    private static Say tooLong() {
        return Say.text(
                "That is too long for a wish about models or settings, so I changed nothing. Say it in a sentence.");
    }

    private Say settings(Intent.ManageAccount it, Asker asker) {
        var settings = it.action().equals("settings")
                ? languageTalk.about(it.request(), asker).or(() -> budgetTalk.about(it.request(), asker))
                : Optional.<Say>empty();
        return settings.or(() -> modelTalk.about(it, asker)).orElseGet(() -> Say.text(account(it)));
    }

    private static Say help(Intent.Help help) {
        var topic = help.topic();
        var known = topic == null ? null : CommandTable.named(topic);
        if (known != null) {
            return Say.text("**/%s**: %s".formatted(known.name(), known.description()));
        }
        var list = CommandTable.available().stream()
                .map(command -> "/%s: %s".formatted(command.name(), command.description()))
                .collect(Collectors.joining("\n"));
        var unknown = topic == null ? "" : "There is no command /" + topic + ". ";
        return examples(unknown + "Say what you want in your own words, or use a command:\n\n" + list);
    }

    private static Say examples(String text) {
        return new Say(text, EXAMPLES.stream()
                .map(words -> new Say.Choice(words, words, Button.Style.NORMAL)).toList());
    }

    private static Say samples() {
        var listed = SampleTalk.list("Listen to a sample, or press one of the things people make with me:");
        return new Say(listed.text(),
                Stream.concat(listed.choices().stream(), examples("").choices().stream()).toList());
    }

    private static Say notYet(String what) {
        return examples(what + " is not part of Atelier yet. Nothing was charged. What I can make today:");
    }

    private String standing(Asker asker, String view) {
        var account = asker.account();
        var standing = quota.standing(account);
        var today = "**%s** tier: %d of %s used today; the count starts anew at %s.".formatted(standing.tier(),
                standing.used(), counted(standing.limit(), "message"),
                DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH).format(standing.resetsAt()));
        return today + "\n" + switch (view) {
            case "plan" -> allowed(account.tier());
            case "quota" -> "Help, history, refusals, stopped and failed work cost nothing.";
            case String _ -> used(asker) + budgets(asker);
        };
    }

    private static String allowed(Tier tier) {
        return "%s at a time, %s a minute, cloud models %s. Whoever hosts me sets what a tier allows.".formatted(
                counted(tier.concurrentJobs(), "thing"), counted(tier.requestsPerMinute(), "request"),
                tier.cloud() ? "included" : "not included");
    }

    private String used(Asker asker) {
        var from = clock.instant().minus(Duration.ofDays(30));
        var key = key(asker);
        return sum(usage.totals(asker.id(), from), key)
                + usage.models(new Scope.Person(asker.id()), from).stream().filter(it -> it.task().isEmpty())
                        .map(it -> "\n- **%s** (%s): %s, half within %.1f s, %s, 👍 %d 👎 %d".formatted(it.model(),
                                it.provider(), counted(it.done(), "answer"), it.medianMs() / 1000.0,
                                cost(it.cost(), it.local(), key), it.likes(), it.dislikes()))
                        .collect(Collectors.joining());
    }

    private String budgets(Asker asker) {
        var lines = budgetTalk.standings(asker);
        return lines.isEmpty() ? "" : "\nWhat cloud models may cost:\n" + lines;
    }

    /// Whose key was paid on is not kept: what is there now tells, unless it may be either.
    private String key(Asker asker) {
        var whose = own.of(asker.id(), asker.chat().key()).stream().filter(model -> !model.provider().isLocal())
                .map(OwnModel::whose).collect(Collectors.toSet());
        if (whose.equals(Set.of(OwnModel.Whose.TEAM))) {
            return "the team's key";
        }
        return asker.chat().team().isEmpty() && whose.equals(Set.of(OwnModel.Whose.PERSON))
                ? "your key"
                : "your own or a team's key";
    }

    private static String sum(UsageLog.Totals month, String key) {
        return String.format(Locale.ROOT, "Last 30 days: %s, %,d tokens in, %,d tokens out, %s.",
                counted(month.answers(), "answer"), month.inputTokens(), month.outputTokens(),
                cost(month.cost(), month.local(), key));
    }

    private static String cost(Cost cost, boolean local, String key) {
        return cost.words(key, local ? "all free" : "not charged here");
    }

    private static String counted(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : what + "s");
    }

    private Say history(Intent.History history, Account account, Conversation conversation) {
        if (history.action().equals("new")) {
            conversations.begin(account.id(), conversation.chatKey());
            return Say.text("A new conversation begins. The old one is kept; /history lists it.");
        }
        if (!history.action().equals("show") && !history.action().equals("list")) {
            return Say.text(
                    "I keep every conversation, but I can only list them and begin new ones so far: /history, /new.");
        }
        var list = conversations.list(account.id(), 10);
        return Say.text(list.isEmpty()
                ? "There are no conversations yet. Tell me what to make."
                : "Your conversations, newest first:\n" + list.stream().map(it -> "- %s%s (%s)".formatted(it.title(),
                        it.id() == conversation.id() ? " ← this one" : "",
                        DAY.format(it.updatedAt().atOffset(ZoneOffset.UTC)))).collect(Collectors.joining("\n")));
    }

    private static String account(Intent.ManageAccount it) {
        return it.action().equals("privacy")
                ? "I keep what you say to me, what I answer and the files I make, so that a conversation can go on. They stay on the machine I run on, unless a cloud model answers; then your words go there, and the line under the answer says so; `/model local-only on` forbids that. I am a machine: my answers and sounds are synthetic."
                : "Here you can set what cloud models may cost you (`/settings budget 5`) and whether they are asked (`/settings local only`). Everything else is set by whoever hosts me.";
    }
}
