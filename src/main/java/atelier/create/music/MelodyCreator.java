package atelier.create.music;

import atelier.audio.SoundBank;
import atelier.audio.score.MidiFile;
import atelier.audio.score.PianoRoll;
import atelier.audio.score.Score;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.intent.Intent;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/// Composes a melody without any model: a MIDI file, a preview that plays in the chat, and a picture. The same brief and
/// seed give the same bytes.
public final class MelodyCreator implements Creator<Intent.ComposeMelody> {
    static final String MAKER = "the built-in composer";

    private final SoundBank bank;

    /// With the built-in instruments.
    public MelodyCreator() {
        this(SoundBank.BUILT_IN);
    }

    /// @param bank plays the previews
    public MelodyCreator(SoundBank bank) {
        this.bank = bank;
    }

    /// @throws CancellationException when the workbench was cancelled between two stages
    @Override
    public Creation create(Intent.ComposeMelody intent, Workbench workbench) {
        return Stems.asked(intent.request(), workbench, bank).orElseGet(() -> melody(intent, workbench));
    }

    private Creation melody(Intent.ComposeMelody intent, Workbench workbench) {
        var stages = new Stages(workbench, "Plan", "Melody", "Sound", "Score");
        stages.next();
        Plan plan = Planner.plan(intent.brief(), workbench.seed());
        stages.next();
        Composer.Piece piece = Composer.compose(plan);
        Score score = Lead.on(intent.brief().instrument(), piece.score());
        Score played = Performance.of(score, swing(intent, score), plan.seed());
        byte[] midi = MidiFile.of(played);
        stages.next();
        Preview preview = Workers.done(() -> Preview.of(score, midi, Long.hashCode(plan.seed()), bank));
        stages.next();
        byte[] picture = Workers.done(() -> PianoRoll.png(score));
        stages.end();
        String slug = slug(plan);
        var phrases = workbench.phrases();
        String title = Planner.titleOf(intent.brief(), plan.key(), phrases);
        return new Creation(title,
                List.of(new Artifact(slug + ".mid", "audio/midi", midi),
                        new Artifact(slug + ".ogg", "audio/ogg", preview.file()),
                        new Artifact(slug + ".png", "image/png", picture)),
                said(intent.brief().remarks(), phrases,
                        Description.of(title, plan, piece, intent.brief().instrument(), phrases))
                        + preview.trouble().map(it -> "\n\n" + it.in(phrases)).orElse(""),
                Proof.of(score, preview), null, MAKER);
    }

    private static Swing swing(Intent.ComposeMelody intent, Score score) {
        String genre = intent.brief().genre();
        return genre == null
                ? Swing.STRAIGHT
                : Swing.of(Style.name(genre.toLowerCase(Locale.ROOT)).orElse(""), score.metre());
    }

    /// What could not be taken as asked comes first: people look there for what they miss.
    private static String said(List<Sentence> remarks, Phrases phrases, String description) {
        return remarks.isEmpty()
                ? description
                : remarks.stream().map(remark -> "⚠️ " + remark.in(phrases)).collect(Collectors.joining("\n")) + "\n\n"
                        + description;
    }

    // The key in words a file system and a reader both take: f-sharp, b-flat.
    private static String slug(Plan plan) {
        String name = plan.key().tonicName();
        String spoken = name.charAt(0) + name.substring(1).replace("#", "-sharp").replace("b", "-flat");
        return plan.title().replaceFirst(" in " + name + "(?= |$)", " in " + spoken).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
