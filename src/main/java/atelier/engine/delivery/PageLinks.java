package atelier.engine.delivery;

import atelier.create.Artifact;
import atelier.engine.play.PlayLinks;
import atelier.engine.play.PlayablePage;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.language.Sentence;
import java.util.List;
import java.util.Optional;

/// Links to pages that were made, so that they can be opened from the chat.
public final class PageLinks {
    private final ArtifactStore artifacts;
    private final PlayLinks plays;

    public PageLinks(Parts parts) {
        this.artifacts = parts.artifacts();
        this.plays = parts.plays();
    }

    /// Stores the page these files hold, and links to it; empty where there is none, or the service cannot be reached from
    /// outside. Slow, so it is for outside a transaction.
    public Optional<String> to(List<Artifact> files) {
        return PlayablePage.of(files).flatMap(page -> plays.to(artifacts.put(page)));
    }

    /// What is written on a button that opens what was made of this intent.
    public static Sentence label(Intent intent) {
        return Sentence.of(intent instanceof Intent.MakeGame ? "delivery.play" : "delivery.open");
    }
}
