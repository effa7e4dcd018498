package atelier.create.song;

import atelier.audio.score.Key;
import atelier.audio.score.Scale;
import atelier.create.music.Transposed;
import atelier.intent.MusicBrief;
import atelier.intent.MusicChange;
import atelier.intent.MusicChange.Anew;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A change of an earlier song that needs no model: key, tempo, metre, genre, parts, another tune, other words.
///
/// @param anew  whether the tune is drawn again
/// @param words whether words are wanted that are not there yet
record SongEdit(Draft draft, MusicBrief brief, boolean anew, boolean words) {
    private static final MusicBrief EMPTY = new MusicBrief(null, null, null, null, null, null, null, null, null, null);
    private static final double SADDER = 0.9, HAPPIER = 1.1;

    /// Empty when the words name nothing of the kind.
    ///
    /// @param said what the parser found in the words of the change
    /// @throws atelier.chat.UserFacingException when they name what this song does not have
    static Optional<SongEdit> of(String request, MusicBrief said, Draft draft) {
        return of(MusicChange.in(request), request, said, draft);
    }

    static Optional<SongEdit> of(MusicChange change, String request, MusicBrief said, Draft draft) {
        if (change.isLoose()) {
            return Optional.empty();
        }
        Draft now = draft.with(Reform.of(draft.sections(), change));
        Integer bars = said.bars();
        if (bars == null && (change.length() > 1 || (change.length() < 1 && now.equals(draft)))) {
            int all = draft.sections().stream().mapToInt(part -> part.bars() == null ? 4 : part.bars()).sum();
            bars = (int) Math.max(4, Math.round(all * change.length()));
        }
        boolean take = change.rests().contains(Anew.TAKE);
        boolean words = change.rests().contains(Anew.WORDS)
                || (take && SongPlanner.SONGWRITER.equals(draft.wordsBy()));
        boolean anew = take || change.rests().contains(Anew.TUNE);
        if (anew) {
            // A hook is of the tune before; another take draws chords again too.
            now = now.with(now.sections().stream().map(Draft.Part::untuned)
                    .map(part -> take ? part.unharmonised() : part).toList());
        }
        if (words) {
            now = wordless(now, Topic.of(request));
        }
        MusicBrief brief = brief(change, said, draft, bars, take);
        boolean same = brief.equals(EMPTY) && now.equals(draft) && !anew;
        return same || now.sections().isEmpty()
                ? Optional.empty()
                : Optional.of(new SongEdit(now, brief, anew, needsWords(now)));
    }

    private static boolean needsWords(Draft draft) {
        return draft.sections().stream().anyMatch(part -> part.role().sung() && part.lyrics().isEmpty());
    }

    /// Words about something else have a title of their own.
    private static Draft wordless(Draft draft, String topic) {
        return new Draft(topic.isEmpty() ? draft.title() : null, draft.key(), draft.mode(), draft.bpm(), draft.metre(),
                draft.genre(), draft.seed(), null, draft.language(),
                draft.sections().stream().map(part -> part.singing(List.of())).toList());
    }

    private static MusicBrief brief(MusicChange change, MusicBrief said, Draft draft, @Nullable Integer bars,
            boolean take) {
        String key = said.key() == null ? moved(change.semitones(), draft) : said.key();
        String scale = said.scale();
        Double pace = said.pace();
        String mood = said.mood() == null ? "" : said.mood();
        boolean paced = pace != null || said.tempo() != null;
        if (scale == null && mood.matches(".*(sad|dark|melanch).*")) {
            scale = isMinor(draft) ? null : "minor";
            pace = paced ? pace : Double.valueOf(SADDER);
        } else if (scale == null && mood.matches(".*(happ|cheer|bright|joy).*")) {
            scale = isMinor(draft) ? "major" : null;
            pace = paced ? pace : Double.valueOf(HAPPIER);
        } else if (scale == null && mood.matches(".*calm.*")) {
            pace = paced ? pace : Double.valueOf(SADDER);
        } else if (scale == null && key != null) {
            scale = draft.mode();
        }
        Long seed = said.seed() == null && take && draft.seed() != null
                ? Long.valueOf(draft.seed() + 1)
                : said.seed();
        return new MusicBrief(key, scale, said.tempo(), said.meter(), bars, said.seconds(), said.genre(), said.mood(),
                said.language(), seed, pace);
    }

    private static boolean isMinor(Draft draft) {
        return scale(draft).minor();
    }

    private static Scale scale(Draft draft) {
        return Scale.named(draft.mode() == null ? "major" : draft.mode()).orElse(Scale.MAJOR);
    }

    private static @Nullable String moved(int semitones, Draft draft) {
        OptionalInt tonic = draft.key() == null ? OptionalInt.empty() : Key.tonic(draft.key());
        return semitones == 0 || tonic.isEmpty()
                ? null
                : Transposed.tonic(new Key(tonic.getAsInt(), scale(draft)), semitones);
    }
}
