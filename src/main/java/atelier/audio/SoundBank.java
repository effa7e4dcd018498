package atelier.audio;

import atelier.audio.score.MidiParts;
import atelier.language.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sound.midi.InvalidMidiDataException;
import org.jspecify.annotations.Nullable;

/// The instruments that music is played with: those the JDK generates, or a soundfont of the operator's choice. Whatever is
/// wrong with a soundfont, there is always sound: the built-in instruments step in, and it is said.
public final class SoundBank {
    /// The instruments of the JDK.
    public static final SoundBank BUILT_IN = new SoundBank("the built-in instruments", null, null);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String START = "Start Atelier by `java -jar`, or with"
            + " `--add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED`";

    private final String name;
    private final @Nullable Gervill synthesizer;
    private final @Nullable String problem;

    private SoundBank(String name, @Nullable Gervill synthesizer, @Nullable String problem) {
        this.name = name;
        this.synthesizer = synthesizer;
        this.problem = problem;
    }

    /// What was played.
    ///
    /// @param by      whose instruments are heard
    /// @param trouble a sentence where they are not those asked for
    public record Played(Sound sound, String by, Optional<Sentence> trouble) {}

    /// Opens a soundfont; its samples stay in the file until they are needed.
    ///
    /// @param file null for the built-in instruments
    public static SoundBank of(@Nullable Path file) {
        if (file == null) {
            return BUILT_IN;
        }
        // The file may lie on a disk that hangs, and its reader in the JDK knows no limits.
        var opening = new FutureTask<>(() -> opened(file));
        Thread.ofPlatform().daemon().name("soundfont").start(opening);
        try {
            return opening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            opening.cancel(true);
            return refused(file, "could not be opened within " + PATIENCE.toSeconds() + " seconds");
        } catch (ExecutionException _) {
            // The reader of the JDK trusts what it reads: anything may come of a damaged file, also a lack of memory.
            return refused(file, "is damaged");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refused(file, "could not be opened in time");
        }
    }

    private static SoundBank opened(Path file) throws InvalidMidiDataException, IOException {
        try {
            Soundfont font = Soundfont.read(file);
            if (!Gervill.isOpen()) {
                return refused(file, "cannot be played, because Java keeps its synthesizer closed. " + START);
            }
            var synthesizer = new Gervill(file);
            synthesizer.bank();
            return new SoundBank(font.title(), synthesizer, null);
        } catch (Soundfont.Refused refusal) {
            return refused(file, refusal.reason());
        }
    }

    private static SoundBank refused(Path file, String reason) {
        return new SoundBank(BUILT_IN.name, null,
                "The soundfont " + file + " " + reason + ". The built-in instruments play instead.");
    }

    /// Whose instruments these are.
    public String name() {
        return name;
    }

    /// Why these are not the instruments asked for; a sentence.
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// The same, and what shows only when a chord and a drum are really played.
    public Optional<String> trouble() {
        return problem().or(() -> play(Trial.MIDI, Trial.SECONDS).trouble().map(Sentence::inEnglish));
    }

    /// Plays the first `seconds` of a MIDI file. Never silence.
    ///
    /// @throws IllegalStateException when the built-in instruments, too, give no sound
    public Played play(byte[] midi, double seconds) {
        Gervill soundfont = synthesizer;
        return played(soundfont == null ? null : () -> soundfont.play(midi, seconds, Gervill.ALL),
                () -> Synthesizer.render(midi, seconds));
    }

    /// One part alone, however soft: all parts of a piece, added up, are the piece.
    ///
    /// @param midi the whole piece
    /// @throws IllegalStateException when these instruments cannot play it
    public Sound play(byte[] midi, MidiParts.Alone part, double seconds) {
        return synthesizer == null
                ? Synthesizer.render(midi, part, seconds)
                : synthesizer.play(midi, seconds, part.track());
    }

    private Played played(@Nullable Supplier<Sound> soundfont, Supplier<Sound> builtIn) {
        if (soundfont == null) {
            return new Played(builtIn.get(), name, Optional.empty());
        }
        try {
            Sound sound = soundfont.get();
            return sound.level() > Synthesizer.QUIETEST
                    ? new Played(sound, name, Optional.empty())
                    : instead(builtIn, "music.bank.silent");
        } catch (RuntimeException | OutOfMemoryError _) {
            return instead(builtIn, "music.bank.failed");
        }
    }

    private Played instead(Supplier<Sound> builtIn, String why) {
        return new Played(builtIn.get(), BUILT_IN.name,
                Optional.of(Sentence.of(why, "bank", name)));
    }
}
