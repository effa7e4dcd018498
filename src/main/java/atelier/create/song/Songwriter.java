package atelier.create.song;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.intent.MusicBrief;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the built-in songwriter makes where no model is asked.
public final class Songwriter {
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
}
