package atelier.create.song;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the built-in songwriter makes where no model is asked: lyrics, and songs that show what a genre sounds like.
public final class Songwriter {
    private static final Router NOBODY = _ -> new Answer.Failed(Failure.NO_MODEL, "", "No model is asked.", List.of());
    private static final int SAMPLE_BARS = 16;
    private static final long SAMPLE_SEED = 2026;

    private Songwriter() {}

    /// Lyrics of verses and a chorus, marked as made without a model.
    public static Creation lyrics(String request, MusicBrief brief, long seed) {
        var heard = Tongue.heard(request, brief);
        var plan = SongPlanner.plan(new Wish(request, heard, seed, false, Optional.empty(), false));
        var said = new HashSet<List<String>>();
        var sheet = new ArrayList<String>();
        int sections = 0;
        for (var section : plan.sections()) {
            if (!section.lyrics().isEmpty()) {
                boolean isNew = said.add(section.lyrics());
                sheet.add((sheet.isEmpty() ? "" : "\n") + "[" + section.name() + "]");
                sheet.addAll(isNew ? section.lyrics() : List.of());
                sections++;
            }
        }
        var words = String.join("\n", sheet);
        var text = "**" + plan.title() + "**\n\n" + words
                + "\n\nNo model answered, so these words come from my own small"
                + " book of "
                + (Tongue.written(heard.language())
                        ? Tongue.name(heard.language()) + " phrases"
                        : "English phrases: I have none in " + Tongue.name(heard.language()))
                + ". Say “make a song of it” and I set them to music.";
        return new Creation(plan.title(), List.of(new Artifact("lyrics.txt", "text/plain",
                (plan.title() + "\n\n" + words + "\n").getBytes(StandardCharsets.UTF_8))), text,
                List.of(new Check("sections", sections > 1, sections + " sections")), null,
                SongPlanner.SONGWRITER + ", without a model");
    }

    /// A short song of a genre; always the same one.
    public static Creation sample(String genre) {
        var brief = new MusicBrief(null, null, null, null, SAMPLE_BARS, null, genre, null, null, SAMPLE_SEED);
        return new SongCreator(NOBODY).create(new Intent.ComposeSong("a " + genre + " song", brief),
                new Workbench(List.of(), List.of(), Terms.of(null, null, false), SAMPLE_SEED, _ -> {},
                        new Cancellation()));
    }
}
