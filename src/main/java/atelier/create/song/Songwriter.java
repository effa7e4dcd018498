package atelier.create.song;

import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.intent.MusicBrief;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the built-in songwriter makes where no model is asked.
public final class Songwriter {
    private Songwriter() {}

    /// Lyrics of verses and a chorus, marked as made without a model.
    public static Creation lyrics(String request, MusicBrief brief, long seed, Phrases phrases) {
        var heard = Tongue.heard(request, brief);
        var plan = SongPlanner.plan(new Wish(request, heard, seed, false, Optional.empty(), false));
        var said = new HashSet<List<String>>();
        // Other programs know the parts in the file by their English marks.
        var sheet = new ArrayList<String>();
        var shown = new ArrayList<String>();
        int sections = 0;
        for (var section : plan.sections()) {
            if (!section.lyrics().isEmpty()) {
                boolean isNew = said.add(section.lyrics());
                var gap = sheet.isEmpty() ? "" : "\n";
                sheet.add(gap + "[" + section.name() + "]");
                shown.add(gap + "[" + SongWords.section(section, phrases) + "]");
                sheet.addAll(isNew ? section.lyrics() : List.of());
                shown.addAll(isNew ? section.lyrics() : List.of());
                sections++;
            }
        }
        var words = String.join("\n", sheet);
        var text = "**" + plan.title() + "**\n\n" + String.join("\n", shown) + "\n\n"
                + phrases.say(Tongue.written(heard.language()) ? "song.lyrics" : "song.lyrics.none", "language",
                        SongWords.language(heard.language(), phrases));
        return new Creation(plan.title(), List.of(new Artifact("lyrics.txt", "text/plain",
                (plan.title() + "\n\n" + words + "\n").getBytes(StandardCharsets.UTF_8))), text,
                List.of(new Check("sections", sections > 1, Sentence.of("song.sections", "count", sections))), null,
                SongPlanner.SONGWRITER);
    }
}
