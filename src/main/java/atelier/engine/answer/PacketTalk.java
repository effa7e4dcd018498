package atelier.engine.answer;

import atelier.account.Accounts;
import atelier.create.Artifact;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.usage.RatedAnswers;
import atelier.usage.TrainingPackets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody lets be used for training: their own rated pairs, after they said so.
public final class PacketTalk {
    private final Accounts accounts;
    private final RatedAnswers rated;
    private final TrainingPackets packets;

    public PacketTalk(Parts parts) {
        this.accounts = parts.accounts();
        this.rated = parts.records().rated();
        this.packets = parts.records().packets();
    }

    /// Empty when the words are about something else.
    Optional<Next> about(Intent.ManageAccount asked, Asker asker) {
        var words = asked.request().toLowerCase(Locale.ROOT).strip();
        if (!asked.action().equals("mydata") || !words.contains("packet")) {
            return Optional.empty();
        }
        if (words.endsWith(" on")) {
            rated.optIn(asker.id());
            return said("packet.on", "/mydata packets off", asker.phrases());
        }
        if (words.endsWith(" off")) {
            rated.optOut(asker.id());
            return said("packet.off", "/mydata packets on", asker.phrases());
        }
        return Optional.of(new Next.Errand(asked));
    }

    /// @param back the words that take it back
    private static Optional<Next> said(String key, String back, Phrases phrases) {
        return Optional.of(new Next.Said(
                new Say(phrases.say(key), List.of(Say.Choice.of(phrases.say("job.button.undo"), back)))));
    }

    /// The packet itself, or how to get one.
    public Say packet(long account) {
        var phrases = Phrases.of(accounts.byId(account).locale());
        return switch (packets.of(account)) {
            case TrainingPackets.Packet.Ready(var name, var type, var content, var pairs) ->
                Say.text(phrases.say("packet.ready", "count", pairs)).with(new Artifact(name, type, content));
            case TrainingPackets.Packet.Empty _ -> Say.text(phrases.say("packet.empty"));
            case TrainingPackets.Packet.NotAllowed _ -> new Say(phrases.say("packet.not-allowed"),
                    List.of(Say.Choice.of(phrases.say("packet.button.allow"), "/mydata packets on")));
        };
    }
}
