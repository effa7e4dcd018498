package atelier.cli.doctor;

import atelier.audio.SoundBank;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether music sounds, by playing a chord.
///
/// @param soundfont null for the built-in instruments
record SoundCheck(@Nullable Path soundfont) implements Check {
    private static final String WHAT_TO_DO = "Set `soundfont` to a SoundFont 2 file that can be read, or leave it empty.";

    @Override
    public String subject() {
        return "Sound";
    }

    @Override
    public List<Finding> findings() {
        SoundBank bank = SoundBank.of(soundfont);
        return List.of(bank.trouble()
                .map(sentence -> Finding.doubtful(Ailment.SOUNDFONT_BROKEN, subject(),
                        sentence.replaceFirst("\\.$", ""), WHAT_TO_DO))
                .orElseGet(() -> Finding.fine(subject(), "music is played by " + bank.name())));
    }
}
