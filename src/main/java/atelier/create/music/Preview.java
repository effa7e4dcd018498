package atelier.create.music;

import atelier.audio.Limiter;
import atelier.audio.Loudness;
import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.audio.SoundBank;
import atelier.audio.TruePeak;
import atelier.audio.score.Cover;
import atelier.audio.score.Score;
import atelier.language.Sentence;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalDouble;

/// What can be played in the chat, and what was measured on it after decoding it again.
///
/// @param file     Opus in Ogg
/// @param frames   length at 48 kHz
/// @param loudness LUFS, empty where too short to say
/// @param peak     dBTP
/// @param level    dBFS, root mean square
/// @param before   dBTP before encoding, never above [#CEILING]
/// @param by       whose instruments are heard
/// @param trouble  a sentence where they are not those of the bank asked for
@SuppressWarnings("ArrayRecordComponent")
public record Preview(byte[] file, int frames, OptionalDouble loudness, double peak, double level, double before,
        String by, Optional<Sentence> trouble) {
    /// LUFS aimed at, and dBTP never passed before encoding.
    public static final double LOUDNESS = -14, CEILING = -2;
    private static final double FADE = 0.35;

    /// Plays the score; the sound lasts exactly as long as its bars.
    public static Preview of(Score score, byte[] midi, int serial, SoundBank bank) {
        double seconds = score.seconds();
        SoundBank.Played played = bank.play(midi, seconds);
        Sound mastered = Limiter.master(played.sound().fadedOut(Math.min(FADE, seconds / 8)), LOUDNESS, CEILING);
        var tags = new HashMap<>(OggOpus.picture(Cover.jpeg(score), Cover.SIDE));
        tags.put("TITLE", score.title());
        tags.put("ARTIST", MelodyCreator.MAKER);
        byte[] file = OggOpus.encode(mastered, tags, serial);
        Sound heard = OggOpus.decode(file);
        return new Preview(file, heard.frames(), Loudness.of(heard), TruePeak.of(heard), heard.level(),
                TruePeak.of(mastered),
                played.by(), played.trouble());
    }
}
