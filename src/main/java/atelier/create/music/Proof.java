package atelier.create.music;

import atelier.audio.score.Note;
import atelier.audio.score.Score;
import atelier.create.Check;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Checks a piece and its preview, with the numbers.
final class Proof {
    private static final double LOUDNESS_TOLERANCE = 2, PEAK = -1, QUIETEST = -50;

    private Proof() {}

    static List<Check> of(Score score, Preview preview) {
        List<Note> melody = score.parts().getFirst().notes();
        var checks = new ArrayList<Check>();
        long inside = melody.stream().filter(note -> score.key().contains(note.pitch())).count();
        checks.add(new Check("key", inside == melody.size(),
                Sentence.of("proof.key", "inside", inside, "count", melody.size(), "key",
                        MusicWords.key(score.key()))));
        boolean home = Math.floorMod(melody.getLast().pitch(), 12) == score.key().pitchClass();
        checks.add(new Check("ending", home,
                Sentence.of("proof.ending", "note", MusicWords.note(score.key().spell(melody.getLast().pitch())))));
        checks.add(bars(score, melody));
        long wanted = Math.round(score.seconds() * 48_000);
        checks.add(new Check("length", Math.abs(preview.frames() - wanted) <= 1,
                Sentence.of("proof.length", "sound", preview.frames() / 48_000.0, "notes", score.seconds())));
        checks.add(new Check("sound", preview.level() > QUIETEST,
                Sentence.of("proof.sound", "level", preview.level(), "by", MusicWords.bank(preview.by()))));
        preview.loudness().ifPresent(lufs -> checks.add(new Check("loudness",
                Math.abs(lufs - Preview.LOUDNESS) <= LOUDNESS_TOLERANCE,
                Sentence.of("proof.loudness", "lufs", lufs))));
        checks.add(new Check("peak", preview.peak() <= PEAK, String.format(Locale.ROOT, "%.1f dBTP", preview.peak())));
        return checks;
    }

    private static Check bars(Score score, List<Note> melody) {
        int ticks = score.metre().ticks();
        boolean fit = true;
        for (int i = 0; i < melody.size(); i++) {
            Note note = melody.get(i);
            fit &= note.start() / ticks == (note.end() - 1) / ticks;
            fit &= i == 0 || melody.get(i - 1).end() <= note.start();
        }
        return new Check("bars", fit,
                Sentence.of("proof.bars", "bars", MusicWords.bars(score.bars()), "metre", score.metre().toString()));
    }
}
