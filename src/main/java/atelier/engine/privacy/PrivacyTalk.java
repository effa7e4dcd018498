package atelier.engine.privacy;

import atelier.chat.Button;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.people.PaidPlans;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.engine.port.Retention;
import atelier.generation.registry.Choices;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said about what is kept of people, where it goes, and how it goes away. Free, like all that is about Atelier.
public final class PrivacyTalk {
    private final Choices choices;
    private final Retention retention;
    private final PaidPlans paidPlans;

    public PrivacyTalk(Parts parts) {
        this.choices = parts.registry().choices();
        this.retention = parts.personal().retention();
        this.paidPlans = new PaidPlans(parts.people(), parts.clock());
    }

    /// Empty when it is about something else.
    public Optional<Next> about(Intent.ManageAccount asked, Asker asker) {
        return asked.action().equals("mydata") ? Optional.of(mine(asked, asker)) : Optional.empty();
    }

    private Next mine(Intent.ManageAccount asked, Asker asker) {
        var phrases = phrases(asker);
        var wish = DataRequest.of(asked.request());
        if (wish == DataRequest.EXPORT && !asker.isAlone()) {
            return said(Say.text(phrases.say("privacy.alone")));
        }
        return switch (wish) {
            case LOOK -> said(new Say(phrases.say("privacy.mydata"), rights(phrases)));
            case EXPORT -> new Next.Errand(new Intent.ManageAccount("mydata", "export"));
            case DELETE -> said(sure(asker, phrases));
            case CONFIRMED -> new Next.Farewell(phrases.say("privacy.deleted"));
            case UNCONFIRMED -> said(Say.text(phrases.say("privacy.delete.not", "word", word(phrases))));
            case KEEP -> said(Say.text(phrases.say("privacy.kept.all")));
        };
    }

    /// Whoever has paid for something hears before what becomes of it, though it be said where others read along.
    private Say sure(Asker asker, Phrases phrases) {
        var lines = new ArrayList<>(paidPlans.warnings(asker.account(), phrases));
        lines.add(phrases.say("privacy.delete.sure", "word", word(phrases)));
        var choices = new ArrayList<>(paidPlans.ends(asker.account(), phrases));
        choices.add(Say.Choice.of(phrases.say("privacy.button.keep"), "/mydata keep"));
        return new Say(String.join("\n\n", lines), choices).asking(DataRequest.CONFIRM);
    }

    private static String word(Phrases phrases) {
        return phrases.say("privacy.delete.word");
    }

    private static Next said(Say say) {
        return new Next.Said(say);
    }

    /// What is stored where and for how long, where words go, and that all is made by a machine.
    public Say notice(Asker asker) {
        var phrases = phrases(asker);
        var mayUseCloud = asker.account().tier().cloud() && !choices.localOnly(asker.id());
        var text = String.join("\n", phrases.say("privacy.kept"), phrases.say("privacy.where"), howLong(phrases),
                phrases.say(mayUseCloud ? "privacy.cloud.possible" : "privacy.cloud.never"),
                phrases.say("privacy.machine"), phrases.say("privacy.rights"));
        var cloud = mayUseCloud
                ? Say.Choice.of(phrases.say("privacy.button.local"), "/model local-only on")
                : Say.Choice.of(phrases.say("privacy.button.cloud"), "/model local-only off");
        var offered = new ArrayList<>(rights(phrases));
        offered.addFirst(cloud);
        return new Say(text, offered);
    }

    private String howLong(Phrases phrases) {
        var conversations = retention.conversations();
        return conversations == null
                ? phrases.say("privacy.long", "files", retention.files().toDays(), "calls",
                        retention.calls().toDays())
                : phrases.say("privacy.long.limited", "days", conversations.toDays(), "files",
                        retention.files().toDays(), "calls", retention.calls().toDays());
    }

    private static List<Say.Choice> rights(Phrases phrases) {
        return List.of(Say.Choice.of(phrases.say("privacy.button.export"), "/mydata export"), new Say.Choice(
                phrases.say("privacy.button.delete"), "/mydata delete", Button.Style.DANGER));
    }

    /// A voice is cloned with the recorded consent of its owner only. There is no way to record one yet, so none is cloned.
    public Say voice(Asker asker) {
        return Say.text(phrases(asker).say("privacy.voice.consent"));
    }

    private static Phrases phrases(Asker asker) {
        return Phrases.of(asker.account().locale());
    }
}
