package atelier.engine.answer;

import atelier.account.Account;
import atelier.account.Tier;
import atelier.conversation.Conversation;
import atelier.conversation.Conversations;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.model.ModelTalk;
import atelier.engine.persona.PersonaTalk;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.provider.ProviderTalk;
import atelier.engine.template.TemplateTalk;
import atelier.generation.OwnModel;
import atelier.generation.setup.OwnModels;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
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
    private static final List<String> EXAMPLES = List.of("answer.example.song", "answer.example.game",
            "answer.example.lyrics", "answer.example.code");

    /// No wish about Atelier itself is longer. What reads such wishes may look at the same letters many times.
    private static final int LONGEST_WISH = 1000;

    private final Quota quota;
    private final Conversations conversations;
    private final UsageLog usage;
    private final HelpTalk helpTalk;
    private final ModelTalk modelTalk;
    private final BudgetTalk budgetTalk;
    private final LanguageTalk languageTalk;
    private final PacketTalk packetTalk;
    private final ProviderTalk providerTalk;
    private final TemplateTalk templateTalk;
    private final PersonaTalk personaTalk;
    private final OwnModels own;
    private final InstantSource clock;

    public QuickAnswers(Parts parts) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.usage = parts.usage();
        this.helpTalk = new HelpTalk(parts.parser());
        this.modelTalk = new ModelTalk(parts);
        this.budgetTalk = new BudgetTalk(parts.budgets());
        this.languageTalk = new LanguageTalk(parts.accounts());
        this.packetTalk = new PacketTalk(parts);
        this.providerTalk = new ProviderTalk(parts);
        this.templateTalk = new TemplateTalk(parts);
        this.personaTalk = new PersonaTalk(parts);
        this.own = parts.registry().own();
        this.clock = parts.clock();
    }

    public Next to(Intent intent, Asker asker, Conversation conversation) {
        return switch (intent) {
            case Intent.Help it -> new Next.Said(helpTalk.about(it.topic(), asker));
            case Intent.Greet _ ->
                new Next.Said(examples("answer.hello", asker.phrases()));
            case Intent.Thank _ -> new Next.Said(Say.text(asker.phrases().say("answer.welcome")));
            case Intent.Unknown _ -> new Next.Said(examples("answer.unknown", asker.phrases()));
            case Intent.PlaySample it -> new Next.Errand(it);
            case Intent.ShowExample it when ReadySamples.names(it.request()) ->
                new Next.Errand(new Intent.PlaySample(it.request()));
            case Intent.ShowExample it when SampleTalk.names(it.request()) ->
                new Next.Errand(new Intent.PlaySample(it.request()));
            case Intent.ShowExample _ -> new Next.Said(samples(asker.phrases()));
            case Intent.ShowUsage it -> new Next.Said(Say.text(standing(asker, it.view())));
            case Intent.History it -> new Next.Said(history(it, asker.account(), conversation));
            case Intent.ManageModels it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong(asker));
            case Intent.ManageAccount it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong(asker));
            case Intent.ManageModels it -> modelTalk.to(it.request(), asker);
            case Intent.ManageAccount it when it.action().equals("provider") -> providerTalk.to(it.request(), asker);
            case Intent.ManageAccount it ->
                packetTalk.about(it, asker).orElseGet(() -> new Next.Said(settings(it, asker)));
            case Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _ ->
                new Next.Said(notYet("answer.not-yet.recordings", asker.phrases()));
            case Intent.ManageTemplates it when PersonaTalk.isMeant(it.request()) ->
                new Next.Said(personaTalk.to(it.request(), asker));
            case Intent.ManageTemplates it -> templateTalk.to(it.request(), asker, conversation);
            case Intent.EditLast it -> new Next.Errand(it);
            case Intent.WriteCode _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.MakeGame _,Intent.WriteLyrics _,Intent.ComposeMelody _,Intent.ComposeTopline _,Intent.ComposeSong _,Intent.AnalyzeLog _,Intent.Talk _,Intent.AskHowTo _,Intent.InquireFeature _,Intent.Regenerate _,Intent.Cancel _,Intent.CompareModels _ ->
                new Next.Work();
        };
    }

    private static Say tooLong(Asker asker) {
        return Say.text(asker.phrases().say("answer.too-long"));
    }

    private Say settings(Intent.ManageAccount it, Asker asker) {
        var settings = it.action().equals("settings")
                ? languageTalk.about(it.request(), asker).or(() -> budgetTalk.about(it.request(), asker))
                : Optional.<Say>empty();
        return settings.or(() -> modelTalk.about(it, asker)).orElseGet(() -> Say.text(account(it)));
    }

    private static Say examples(String key, Phrases phrases, Object... namesAndValues) {
        return new Say(phrases.say(key, namesAndValues), examples(phrases).toList());
    }

    private static Stream<Say.Choice> examples(Phrases phrases) {
        return EXAMPLES.stream().map(phrases::say).map(words -> Say.Choice.of(words, words));
    }

    private static Say samples(Phrases phrases) {
        var listed = SampleTalk.list(phrases.say("answer.samples"));
        return new Say(listed.text(), Stream.of(ReadySamples.choices(phrases), listed.choices().stream(),
                examples(phrases)).flatMap(choices -> choices).toList());
    }

    private static Say notYet(String what, Phrases phrases) {
        return examples("answer.not-yet", phrases, "what", Sentence.of(what));
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
    private Sentence key(Asker asker) {
        var whose = own.of(asker.id(), asker.chat().key()).stream().filter(model -> !model.provider().isLocal())
                .map(OwnModel::whose).collect(Collectors.toSet());
        if (whose.equals(Set.of(OwnModel.Whose.TEAM))) {
            return Sentence.of("cost.key.team");
        }
        return asker.chat().team().isEmpty() && whose.equals(Set.of(OwnModel.Whose.PERSON))
                ? Sentence.of("cost.key.yours")
                : Sentence.of("cost.key.either");
    }

    private static String sum(UsageLog.Totals month, Sentence key) {
        return String.format(Locale.ROOT, "Last 30 days: %s, %,d tokens in, %,d tokens out, %s.",
                counted(month.answers(), "answer"), month.inputTokens(), month.outputTokens(),
                cost(month.cost(), month.local(), key));
    }

    private static String cost(Cost cost, boolean local, Sentence key) {
        return cost.words(key, Sentence.of(local ? "cost.all-free" : "cost.elsewhere")).inEnglish();
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
