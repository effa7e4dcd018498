package atelier.create.song;

import atelier.audio.score.Key;
import atelier.audio.score.Scale;
import atelier.create.song.SongPlan.Role;
import atelier.intent.MusicBrief;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A change of an earlier song that needs no model: key, tempo, metre, genre, length, another tune, other words.
///
/// @param anew whether the tune is drawn again
record SongEdit(Draft draft, MusicBrief brief, boolean anew) {
    private static final Pattern MOVED = words(
            "(up|down|higher|lower|raise|höher|tiefer|plus haut|plus bas)(?:\\s+(?:it|by|um|d'))*\\s*(?:an?|one|einen|un)?\\s*(semitone|half(?:[ -]?(?:tone|step))|halbton|whole (?:tone|step)|tone|ton|step|third|terz|fourth|fifth|octave)?");
    private static final Pattern GERMAN = words("einen (halben |ganzen )?ton (höher|tiefer)");
    private static final Pattern TUNE = words("(new|other|another|different) (tune|melody|take)|andere melodie");
    private static final Pattern WORDS = words("(new|other|another|different) (words|lyrics|text)|anderer text");
    private static final Pattern CHORUS = words("(only|just) the (chorus|refrain)|nur (den )?refrain");
    private static final Pattern LONGER = words("longer|too short|länger");
    private static final Pattern SHORTER = words("shorter|too long|kürzer");
    private static final Map<String, Integer> DISTANCE = Map.ofEntries(Map.entry("semitone", 1),
            Map.entry("half tone", 1), Map.entry("half step", 1), Map.entry("halbton", 1), Map.entry("third", 4),
            Map.entry("terz", 4), Map.entry("fourth", 5), Map.entry("fifth", 7), Map.entry("octave", 0));

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Empty when the words name nothing of the kind.
    ///
    /// @param said what the parser found in the words of the change
    static Optional<SongEdit> of(String request, MusicBrief said, Draft draft) {
        String words = request.length() > 400 ? request.substring(0, 400) : request;
        Draft now = draft;
        Integer bars = said.bars();
        int all = draft.sections().stream().mapToInt(part -> part.bars() == null ? 4 : part.bars()).sum();
        if (CHORUS.matcher(words).find()) {
            now = draft.with(draft.sections().stream().filter(part -> part.role() == Role.CHORUS).limit(1).toList());
        } else if (bars == null && LONGER.matcher(words).find()) {
            bars = all + all / 3;
        } else if (bars == null && SHORTER.matcher(words).find()) {
            bars = Math.max(4, all * 2 / 3);
        }
        boolean anew = TUNE.matcher(words).find();
        if (WORDS.matcher(words).find()) {
            now = now.with(now.sections().stream().map(part -> part.singing(List.of())).toList());
            anew = true;
        }
        MusicBrief brief = brief(words, said, draft, bars);
        boolean same = brief.equals(EMPTY) && now.equals(draft) && !anew;
        return same || now.sections().isEmpty() ? Optional.empty() : Optional.of(new SongEdit(now, brief, anew));
    }

    private static final MusicBrief EMPTY = new MusicBrief(null, null, null, null, null, null, null, null, null, null);

    private static MusicBrief brief(String words, MusicBrief said, Draft draft, @Nullable Integer bars) {
        String key = said.key() == null ? moved(words, draft) : said.key();
        String scale = said.scale();
        Double pace = said.pace();
        String mood = said.mood() == null ? "" : said.mood().toLowerCase(Locale.ROOT);
        if (scale == null && mood.matches(".*(sad|dark|melanch).*")) {
            scale = "minor";
            pace = pace == null && said.tempo() == null ? Double.valueOf(0.9) : pace;
        } else if (scale == null && mood.matches(".*(happ|cheer|bright|joy).*")) {
            scale = "major";
            pace = pace == null && said.tempo() == null ? Double.valueOf(1.1) : pace;
        } else if (scale == null && key != null) {
            scale = draft.mode();
        }
        return new MusicBrief(key, scale, said.tempo(), said.meter(), bars, said.seconds(), said.genre(), said.mood(),
                said.language(), said.seed(), pace);
    }

    private static @Nullable String moved(String words, Draft draft) {
        Matcher german = GERMAN.matcher(words);
        Matcher match = MOVED.matcher(words);
        OptionalInt tonic = draft.key() == null ? OptionalInt.empty() : Key.tonic(draft.key());
        int semitones;
        if (german.find()) {
            semitones = (german.group(1) != null && german.group(1).startsWith("halben") ? 1 : 2)
                    * (german.group(2).equalsIgnoreCase("höher") ? 1 : -1);
        } else if (match.find() && !words.matches("(?is).*(speed|faster|slower).*")) {
            String size = match.group(2) == null ? "tone" : match.group(2).toLowerCase(Locale.ROOT).replace('-', ' ');
            boolean down = match.group(1).toLowerCase(Locale.ROOT).matches("down|lower|tiefer|plus bas");
            semitones = DISTANCE.getOrDefault(size, 2) * (down ? -1 : 1);
        } else {
            return null;
        }
        if (tonic.isEmpty()) {
            return null;
        }
        Scale scale = Scale.named(draft.mode() == null ? "major" : draft.mode()).orElse(Scale.MAJOR);
        return named(new Key(tonic.getAsInt(), scale).pitchClass() + semitones, scale);
    }

    // Of the names of a pitch class the one with the fewest signs.
    private static String named(int pitchClass, Scale scale) {
        Key best = new Key(0, scale);
        int fewest = Integer.MAX_VALUE;
        for (int fifths = -6; fifths <= 11; fifths++) {
            var key = new Key(fifths, scale);
            boolean same = key.pitchClass() == Math.floorMod(pitchClass, 12) && key.equals(key.written());
            if (same && Math.abs(key.signature()) < fewest) {
                best = key;
                fewest = Math.abs(key.signature());
            }
        }
        return best.tonicName();
    }
}
