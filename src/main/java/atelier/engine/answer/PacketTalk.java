package atelier.engine.answer;

import atelier.create.Artifact;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.usage.RatedAnswers;
import atelier.usage.TrainingPackets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody lets be used for training: their own rated pairs, after they said so.
public final class PacketTalk {
    private final RatedAnswers rated;
    private final TrainingPackets packets;

    public PacketTalk(Parts parts) {
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
            return said(
                    "From now on, what you rate with 👍 or 👎 can be packed for training, by you alone: `/mydata packets` sends you the file, secrets starred out. Nothing leaves by itself.",
                    Say.Choice.of("Undo", "/mydata packets off"));
        }
        if (words.endsWith(" off")) {
            rated.optOut(asker.id());
            return said("Nothing of yours is packed for training any more.",
                    Say.Choice.of("Undo", "/mydata packets on"));
        }
        return Optional.of(new Next.Errand(asked));
    }

    private static Optional<Next> said(String text, Say.Choice way) {
        return Optional.of(new Next.Said(new Say(text, List.of(way))));
    }

    /// The packet itself, or how to get one.
    public Say packet(long account) {
        return switch (packets.of(account)) {
            case TrainingPackets.Packet.Ready(var name, var type, var content, var pairs) ->
                Say.text("%d of your ratings, one JSON object a line: prompt, answer, model, vote, task, date."
                        .formatted(pairs))
                        .with(new Artifact(name, type, content));
            case TrainingPackets.Packet.Empty _ ->
                Say.text("You have rated nothing yet since you allowed it. Press 👍 or 👎 under an answer.");
            case TrainingPackets.Packet.NotAllowed _ -> new Say(
                    "Your ratings are packed for training only after you allow it; what you rated before stays out.",
                    List.of(Say.Choice.of("Allow it", "/mydata packets on")));
        };
    }
}
