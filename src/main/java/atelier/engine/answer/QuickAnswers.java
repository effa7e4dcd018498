package atelier.engine.answer;

import atelier.conversation.Conversation;
import atelier.engine.admin.AdminTalk;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.history.ConversationTalk;
import atelier.engine.model.ModelTalk;
import atelier.engine.people.PlanTalk;
import atelier.engine.persona.PersonaTalk;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.privacy.PrivacyTalk;
import atelier.engine.provider.ProviderTalk;
import atelier.engine.team.TeamTalk;
import atelier.engine.template.TemplateTalk;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers that need no work and cost nothing: help, quota, history, thanks.
public final class QuickAnswers {
    private static final List<String> EXAMPLES = List.of("answer.example.song", "answer.example.game",
            "answer.example.lyrics", "answer.example.code");

    /// No wish about Atelier itself is longer. What reads such wishes may look at the same letters many times.
    private static final int LONGEST_WISH = 1000;

    private final ConversationTalk conversationTalk;
    private final HelpTalk helpTalk;
    private final ModelTalk modelTalk;
    private final BudgetTalk budgetTalk;
    private final LanguageTalk languageTalk;
    private final PacketTalk packetTalk;
    private final PrivacyTalk privacyTalk;
    private final ProviderTalk providerTalk;
    private final TemplateTalk templateTalk;
    private final PlanTalk planTalk;
    private final TeamTalk teamTalk;
    private final AdminTalk adminTalk;
    private final PersonaTalk personaTalk;

    public QuickAnswers(Parts parts) {
        this.conversationTalk = new ConversationTalk(parts);
        this.helpTalk = new HelpTalk(parts.parser(), parts.people().tiers());
        this.modelTalk = new ModelTalk(parts);
        this.budgetTalk = new BudgetTalk(parts);
        this.languageTalk = new LanguageTalk(parts.accounts());
        this.packetTalk = new PacketTalk(parts);
        this.privacyTalk = new PrivacyTalk(parts);
        this.providerTalk = new ProviderTalk(parts);
        this.templateTalk = new TemplateTalk(parts);
        this.planTalk = new PlanTalk(parts);
        this.teamTalk = new TeamTalk(parts);
        this.adminTalk = new AdminTalk(parts, teamTalk);
        this.personaTalk = new PersonaTalk(parts);
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
            case Intent.ShowUsage it -> planTalk.standing(it, asker);
            case Intent.History it -> conversationTalk.to(it, asker, conversation);
            case Intent.ManageModels it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong(asker));
            case Intent.ManageAccount it when it.request().length() > LONGEST_WISH -> new Next.Said(tooLong(asker));
            case Intent.ManageModels it -> modelTalk.to(it.request(), asker);
            case Intent.ManageAccount it when it.action().equals("provider") -> providerTalk.to(it.request(), asker);
            case Intent.ManageAccount it when it.action().equals("admin") -> adminTalk.to(it.request(), asker);
            case Intent.ManageAccount it ->
                planTalk.about(it, asker).or(() -> packetTalk.about(it, asker)).or(() -> privacyTalk.about(it, asker))
                        .or(() -> team(it, asker)).orElseGet(() -> settings(it, asker));
            case Intent.CloneVoice _ -> new Next.Said(privacyTalk.voice(asker));
            case Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _ ->
                new Next.Said(notYet("answer.not-yet.recordings", asker.phrases()));
            case Intent.ManageTemplates it when PersonaTalk.isMeant(it.request()) ->
                personaTalk.to(it.request(), asker);
            case Intent.ManageTemplates it -> templateTalk.to(it.request(), asker, conversation);
            case Intent.EditLast it -> new Next.Errand(it);
            case Intent.WriteCode _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.MakeGame _,Intent.WriteLyrics _,Intent.ComposeMelody _,Intent.ComposeTopline _,Intent.ComposeSong _,Intent.AnalyzeLog _,Intent.Talk _,Intent.AskHowTo _,Intent.InquireFeature _,Intent.Regenerate _,Intent.Cancel _,Intent.CompareModels _ ->
                new Next.Work();
        };
    }

    private static Say tooLong(Asker asker) {
        return Say.text(asker.phrases().say("answer.too-long"));
    }

    private Optional<Next> team(Intent.ManageAccount it, Asker asker) {
        return it.action().equals("settings") ? teamTalk.about(it.request(), asker) : Optional.empty();
    }

    private Next settings(Intent.ManageAccount it, Asker asker) {
        var settings = it.action().equals("settings")
                ? languageTalk.about(it.request(), asker).<Next>map(Next.Said::new)
                        .or(() -> budgetTalk.about(it.request(), asker))
                : Optional.<Next>empty();
        return settings.orElseGet(
                () -> new Next.Said(modelTalk.about(it, asker).orElseGet(() -> account(it, asker))));
    }

    private static Say examples(String key, Phrases phrases, Object... namesAndValues) {
        return new Say(phrases.say(key, namesAndValues), examples(phrases).toList());
    }

    private static Stream<Say.Choice> examples(Phrases phrases) {
        return EXAMPLES.stream().map(phrases::say).map(words -> Say.Choice.of(words, words));
    }

    private static Say samples(Phrases phrases) {
        var listed = SampleTalk.list(phrases.say("answer.samples"), phrases);
        return new Say(listed.text(), Stream.of(ReadySamples.choices(phrases), listed.choices().stream(),
                examples(phrases)).flatMap(choices -> choices).toList());
    }

    private static Say notYet(String what, Phrases phrases) {
        return examples("answer.not-yet", phrases, "what", Sentence.of(what));
    }

    private Say account(Intent.ManageAccount it, Asker asker) {
        return it.action().equals("privacy")
                ? privacyTalk.notice(asker)
                : Say.text(asker.phrases().say("budget.settings"));
    }
}
