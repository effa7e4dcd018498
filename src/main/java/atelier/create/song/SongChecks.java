package atelier.create.song;

import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Score;
import atelier.create.Check;
import atelier.create.music.MusicWords;
import atelier.create.music.Preview;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks a song and its preview, with the numbers.
final class SongChecks {
    private static final int TWELFTH = 19;
    private static final double TOLERANCE = 2, PEAK = -1, QUIETEST = -50;

    private SongChecks() {}

    static List<Check> of(SongPlan plan, Score score, Preview preview) {
        List<Note> voice = score.parts().getFirst().notes();
        var checks = new ArrayList<Check>();
        long inside = voice.stream().filter(note -> score.key().contains(note.pitch())).count();
        checks.add(new Check("key", inside == voice.size(),
                Sentence.of("proof.key.sung", "inside", inside, "count", voice.size(), "key",
                        MusicWords.key(score.key()))));
        var pitches = voice.stream().mapToInt(Note::pitch).summaryStatistics();
        int range = pitches.getMax() - pitches.getMin();
        checks.add(new Check("range", range <= TWELFTH, Sentence.of("proof.range", "count", range)));
        boolean sung = !score.lyrics().isEmpty();
        checks.add(new Check("words", !sung || carried(score, voice), sung
                ? Sentence.of("proof.words", "syllables", Integer.toString(score.lyrics().size()), "notes",
                        Integer.toString(voice.size()))
                : Sentence.of("proof.words.none", "notes", Integer.toString(voice.size()))));
        checks.add(new Check("bars",
                fits(score) && plan.sections().stream().mapToInt(it -> it.bars()).sum() == score.bars(),
                Sentence.of("proof.bars.sung", "bars", Sentence.of("song.bars", "bars", score.bars()), "metre",
                        score.metre().toString())));
        long wanted = Math.round(score.seconds() * 48_000);
        checks.add(new Check("length", Math.abs(preview.frames() - wanted) <= 1, Sentence.of("proof.length",
                "sound", preview.frames() / 48_000.0, "notes", score.seconds())));
        checks.add(new Check("sound", preview.level() > QUIETEST,
                Sentence.of("proof.sound", "level", preview.level(), "by", MusicWords.bank(preview.by()))));
        preview.loudness().ifPresent(lufs -> checks.add(new Check("loudness",
                Math.abs(lufs - Preview.LOUDNESS) <= TOLERANCE,
                Sentence.of("proof.loudness", "lufs", lufs))));
        checks.add(new Check("peak", preview.peak() <= PEAK, String.format(Locale.ROOT, "%.1f dBTP", preview.peak())));
        return checks;
    }

    // Each syllable has its note, and a note without one goes on where the one before ended.
    private static boolean carried(Score score, List<Note> voice) {
        Set<Integer> ticks = score.lyrics().stream().map(Score.Lyric::tick).collect(Collectors.toSet());
        int found = 0;
        for (int i = 0; i < voice.size(); i++) {
            boolean syllable = ticks.contains(voice.get(i).start());
            found += syllable ? 1 : 0;
            if (!syllable && (i == 0 || voice.get(i - 1).end() != voice.get(i).start())) {
                return false;
            }
        }
        return found == score.lyrics().size();
    }

    private static boolean fits(Score score) {
        Part voice = score.parts().getFirst();
        for (int i = 1; i < voice.notes().size(); i++) {
            if (voice.notes().get(i - 1).end() > voice.notes().get(i).start()) {
                return false;
            }
        }
        return true;
    }
}
