package atelier.engine.intake;

import atelier.create.music.Transposed;
import atelier.engine.answer.MusicTalk;
import atelier.engine.port.Job;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import atelier.intent.MusicChange;
import atelier.intent.MusicChange.Anew;
import atelier.intent.Parsed;
import atelier.language.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns “make it slower” into the last work with a change.
final class Revisions {
    private static final MusicBrief SILENT = new MusicBrief(null, null, null, null, null, null, null, null, null,
            null);

    private Revisions() {}

    /// What is said where the wish names nothing that could be changed.
    static final Sentence UNCLEAR = Sentence.of("intake.melody.unclear");

    /// @param revises the job whose files are to be changed; null when it is made anew
    record Revision(Intent intent, @Nullable String revises) {}

    /// Empty where the words name nothing that could be changed: the same again would help nobody.
    static Optional<Revision> of(Intent.EditLast edit, Optional<Job> last, Parsed parsed) {
        if (last.isPresent() && last.get().intent() instanceof Intent.ComposeMelody it) {
            return melody(edit.request(), it.brief(), last.get(), parsed)
                    .map(brief -> new Revision(new Intent.ComposeMelody(edit.request(), brief), last.get().id()));
        }
        return Optional.of(last.map(job -> of(edit.request(), job, parsed))
                .orElseGet(() -> new Revision(new Intent.Talk(edit.request()), null)));
    }

    /// The melody's brief as it is to be; empty where nothing of it changes.
    private static Optional<MusicBrief> melody(String request, MusicBrief brief, Job job, Parsed parsed) {
        var old = MelodyChanges.seeded(brief, brief.seed() != null ? brief.seed() : Long.valueOf(job.seed()));
        var change = MusicChange.in(request);
        var changed = MelodyChanges.in(request, parsed.entities(), old);
        var seed = old.seed() == null ? job.seed() : old.seed();
        if (change.semitones() != 0) {
            changed = Transposed.melody(changed, seed, change.semitones());
        }
        if (change.rests().contains(Anew.TAKE) || change.rests().contains(Anew.TUNE)) {
            changed = MelodyChanges.seeded(changed, seed + 1);
        }
        return change.needsSong() || change.isLoose() || changed.noted(null).equals(old)
                ? Optional.empty()
                : Optional.of(changed);
    }

    // A song's files say what it is; the brief only says what changes.
    private static Revision of(String request, Job job, Parsed parsed) {
        return switch (job.intent()) {
            case Intent.WriteCode it -> new Revision(new Intent.WriteCode(request, it.brief()), job.id());
            case Intent.MakeGame it -> new Revision(new Intent.MakeGame(request, game(it.brief(), parsed)), job.id());
            case Intent.ComposeSong _ ->
                new Revision(new Intent.ComposeSong(request, said(request, parsed)), job.id());
            case Intent.ComposeTopline _ ->
                new Revision(new Intent.ComposeTopline(request, said(request, parsed)), job.id());
            case Intent.WriteLyrics it when MusicTalk.setsToMusic(request, it) ->
                new Revision(new Intent.ComposeSong(request, said(request, parsed)), job.id());
            case Intent.WriteLyrics it -> new Revision(new Intent.WriteLyrics(request, it.brief()), job.id());
            case Intent _ -> new Revision(new Intent.Talk(request), null);
        };
    }

    /// What was made stays as it is where the words are silent: its engine is not in the files, all else is in the design.
    private static GameBrief game(GameBrief old, Parsed parsed) {
        return parsed.entities().get("engine") instanceof String engine
                ? new GameBrief(engine, null, null, null, null)
                : new GameBrief(old.engine(), old.language(), null, null, null);
    }

    private static MusicBrief said(String request, Parsed parsed) {
        var said = MelodyChanges.in(request, parsed.entities(), SILENT);
        return parsed.entities().containsKey("bars") || parsed.entities().containsKey("seconds")
                ? said
                : new MusicBrief(said.key(), said.scale(), said.tempo(), said.meter(), null, null, said.genre(),
                        said.mood(), said.language(), said.seed(), said.pace()).noted(said.note())
                        .playedOn(said.instrument());
    }

    /// The same wish for another take: a melody's seed would only bring the same one.
    static Intent anotherTake(Intent intent) {
        return switch (intent) {
            case Intent.ComposeMelody it -> new Intent.ComposeMelody(it.request(), unseeded(it.brief()));
            case Intent.ComposeTopline it -> new Intent.ComposeTopline(it.request(), unseeded(it.brief()));
            case Intent.ComposeSong it -> new Intent.ComposeSong(it.request(), unseeded(it.brief()));
            case Intent _ -> intent;
        };
    }

    private static MusicBrief unseeded(MusicBrief brief) {
        return MelodyChanges.seeded(brief, null);
    }
}
