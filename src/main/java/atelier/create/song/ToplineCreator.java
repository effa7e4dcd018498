package atelier.create.song;

import atelier.audio.SoundBank;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;

/// Makes a topline: a verse and a chorus to sing, each syllable on its note, over soft chords and bass.
public final class ToplineCreator implements Creator<Intent.ComposeTopline> {
    private final SongMaker maker;

    /// With the built-in instruments.
    public ToplineCreator(Router router) {
        this(router, SoundBank.BUILT_IN);
    }

    /// @param bank plays the previews
    public ToplineCreator(Router router, SoundBank bank) {
        maker = new SongMaker(router, true, bank);
    }

    /// @throws java.util.concurrent.CancellationException when the workbench was cancelled between two stages
    @Override
    public Creation create(Intent.ComposeTopline intent, Workbench workbench) {
        return maker.make(intent.request(), intent.brief(), workbench);
    }
}
