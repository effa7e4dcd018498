package atelier.create.song;

import atelier.audio.SoundBank;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.Intent;

/// Makes a whole song: words, chords, a sung melody, bass and drums, as sound, MIDI, karaoke, MusicXML, ABC, pictures and a
/// lyrics sheet. A model plans it where one answers, the built-in songwriter otherwise; an earlier song on the workbench
/// is changed.
public final class SongCreator implements Creator<Intent.ComposeSong> {
    private final SongMaker maker;

    /// With the built-in instruments.
    public SongCreator(Router router) {
        this(router, SoundBank.BUILT_IN);
    }

    /// @param bank plays the previews
    public SongCreator(Router router, SoundBank bank) {
        maker = new SongMaker(router, false, bank);
    }

    /// @throws java.util.concurrent.CancellationException when the workbench was cancelled between two stages
    @Override
    public Creation create(Intent.ComposeSong intent, Workbench workbench) {
        return maker.make(intent.request(), intent.brief(), workbench);
    }
}
