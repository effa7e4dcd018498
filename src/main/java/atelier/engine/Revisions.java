package atelier.engine;

import atelier.intent.Intent;
import atelier.intent.MusicBrief;
import atelier.intent.Parsed;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns “make it slower” into the last work with a change.
final class Revisions {
    private Revisions() {}

    /// @param revises the job whose files are to be changed; null when it is made anew
    record Revision(Intent intent, @Nullable String revises) {}

    static Revision of(Intent.EditLast edit, Optional<Job> last, Parsed parsed) {
        if (last.isEmpty()) {
            return new Revision(new Intent.Talk(edit.request()), null);
        }
        var job = last.get();
        return switch (job.intent()) {
            case Intent.WriteCode it -> new Revision(new Intent.WriteCode(edit.request(), it.brief()), job.id());
            case Intent.MakeGame it -> new Revision(new Intent.MakeGame(edit.request(), it.brief()), job.id());
            case Intent.WriteLyrics it -> new Revision(new Intent.WriteLyrics(edit.request(), it.brief()), job.id());
            case Intent.ComposeMelody it ->
                new Revision(
                        new Intent.ComposeMelody(edit.request(), changed(it.brief(), parsed.entities(), job.seed())),
                        null);
            case Intent _ -> new Revision(new Intent.Talk(edit.request()), null);
        };
    }

    /// The old brief and the old seed, with what the new words name.
    private static MusicBrief changed(MusicBrief old, Map<String, Object> found, long seed) {
        return new MusicBrief(text(found, "key", old.key()), text(found, "scale", old.scale()),
                number(found, "tempo", old.tempo()), text(found, "meter", old.meter()),
                number(found, "bars", old.bars()),
                number(found, "seconds", old.seconds()), text(found, "genre", old.genre()),
                text(found, "mood", old.mood()),
                old.language(), old.seed() != null ? old.seed() : Long.valueOf(seed));
    }

    private static @Nullable String text(Map<String, Object> found, String name, @Nullable String old) {
        return found.get(name) instanceof String text ? text : old;
    }

    private static @Nullable Integer number(Map<String, Object> found, String name, @Nullable Integer old) {
        return found.get(name) instanceof Integer number ? number : old;
    }
}
