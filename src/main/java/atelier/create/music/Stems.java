package atelier.create.music;

import atelier.audio.OggOpus;
import atelier.audio.Sound;
import atelier.audio.SoundBank;
import atelier.audio.TruePeak;
import atelier.audio.WavFile;
import atelier.audio.score.MidiParts;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.Workbench;
import atelier.create.Zip;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A piece taken apart for mixing: a sound file a part, all beginning together and equally long, and the MIDI file. They
/// come from the MIDI file the person already has, so nothing is composed anew. Laid over one another at equal gain they are the
/// piece as it was before it was made loud.
///
/// @param zip   `<name>-stems.zip`
/// @param text  what is said about it, in short Markdown
public record Stems(String title, Artifact zip, String text, List<Check> checks) {
    private static final Pattern WANTED = Pattern.compile(
            "(?<!\\p{L})(?:stems?|(?:single|separate|individual) (?:tracks|parts)|multi-?tracks?|einzelspuren|einzelne spuren|spuren einzeln|pistes (?:séparées|separees)|pistas (?:separadas|individuales)|tracce separate|дорожки отдельно|стемы)(?!\\p{L})|分轨",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOSSLESS = Pattern.compile(
            "(?<!\\p{L})(?:wave?s?|lossless|verlustfrei|uncompressed)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    // Room above the mix, so that a part alone, which may be louder than all together, is not cut.
    private static final double PEAK = -6, SAME = -60, CUT = -0.1;
    private static final int ASKING = 200;

    public Stems {
        checks = List.copyOf(checks);
    }

    /// Whether a reply to a piece asks for its stems: "stems", "as stems please", "separate tracks as wav".
    public static boolean wanted(String request) {
        return WANTED.matcher(head(request)).find();
    }

    /// Whether it wants them without loss.
    public static boolean lossless(String request) {
        return LOSSLESS.matcher(head(request)).find();
    }

    private static String head(String request) {
        return request.substring(0, Math.min(request.length(), ASKING));
    }

    /// The stems of what lies on the workbench, from its MIDI file; empty where they are not asked for or there is none.
    ///
    /// @throws CancellationException when the workbench was cancelled between two parts
    public static Optional<Creation> asked(String request, Workbench bench, SoundBank bank) {
        var work = bench.work();
        if (work == null || !wanted(request)) {
            return Optional.empty();
        }
        return work.files().stream().filter(file -> file.path().endsWith(".mid")).findFirst().map(file -> {
            String slug = file.name().substring(0, file.name().length() - ".mid".length());
            Stems stems = of(slug, file.content(), lossless(request), bank, bench.phrases(),
                    line -> say(bench, line));
            return new Creation(stems.title(), List.of(stems.zip()), stems.text(), stems.checks(), null,
                    MelodyCreator.MAKER);
        });
    }

    private static void say(Workbench bench, String line) {
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException("the stems are no longer wanted");
        }
        bench.onText().accept(line);
    }

    /// Plays each part alone.
    ///
    /// @param slug     name of the piece for files
    /// @param midi     the piece
    /// @param lossless WAV instead of Opus
    /// @param phrases  for what is said about it
    /// @param onStage  told the part being played; may throw to stop
    /// @throws IllegalArgumentException when it is no MIDI file
    public static Stems of(String slug, byte[] midi, boolean lossless, SoundBank bank, Phrases phrases,
            Consumer<String> onStage) {
        MidiParts split = MidiParts.of(midi);
        String title = split.title();
        onStage.accept(phrases.say("music.stems.all"));
        SoundBank.Played mix = Workers.done(() -> bank.play(midi, split.seconds()));
        SoundBank heard = mix.trouble().isPresent() ? SoundBank.BUILT_IN : bank;
        double gain = PEAK - TruePeak.of(mix.sound());
        Sound left = mix.sound();
        double highest = Sound.SILENCE;
        List<Artifact> files = new ArrayList<>();
        for (MidiParts.Alone part : split.parts()) {
            onStage.accept(phrases.say("music.stems.part", "part", MusicWords.player(part.name())));
            Sound alone = Workers.done(() -> heard.play(midi, part, split.seconds()));
            Sound rest = left;
            left = Workers.done(() -> rest.without(alone));
            int number = files.size() + 1;
            Sound louder = alone.louder(gain);
            highest = Math.max(highest, Workers.done(() -> TruePeak.of(louder)));
            files.add(Workers.done(() -> file(number, title, part.name(), louder, lossless)));
        }
        files.add(new Artifact(slug + ".mid", "audio/midi", midi));
        List<Check> checks = checks(mix.sound().frames(), left.louder(gain).level(), highest);
        var zip = new Artifact(slug + "-stems.zip", "application/zip", Zip.of(files, checks));
        return new Stems(title, zip, text(title, split, mix, lossless, phrases), checks);
    }

    private static Artifact file(int number, String title, String part, Sound sound, boolean lossless) {
        String plain = Normalizer.normalize(part, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String name = String.format(Locale.ROOT, "%02d-%s", number, plain.isEmpty() ? "part" : plain);
        return lossless
                ? new Artifact(name + ".wav", "audio/wav", WavFile.encode(sound))
                : new Artifact(name + ".ogg", "audio/ogg", OggOpus.encode(sound,
                        Map.of("TITLE", title + ": " + part, "ARTIST", MelodyCreator.MAKER), number));
    }

    private static List<Check> checks(int frames, double rest, double highest) {
        return List.of(new Check("stems", rest < SAME, rest <= Sound.SILENCE + 1
                ? Sentence.of("proof.mix")
                : Sentence.of("proof.mix.but", "rest", rest)),
                new Check("peak", highest < CUT, Sentence.of("proof.loudest", "peak", highest)),
                new Check("length", frames > 0, Sentence.of("proof.samples", "samples", Integer.toString(frames),
                        "seconds", frames / 48_000.0)));
    }

    private static String text(String title, MidiParts split, SoundBank.Played mix, boolean lossless,
            Phrases phrases) {
        var names = split.parts().stream().map(part -> MusicWords.player(part.name()).in(phrases)).toList();
        var length = String.format(Locale.ROOT, "%d:%04.1f", (int) split.seconds() / 60, split.seconds() % 60);
        var format = Sentence.of(lossless ? "music.stems.wav" : "music.stems.opus");
        return phrases.say("music.stems.text", "title", title, "parts", String.join(", ", names)) + "\n\n- "
                + phrases.say("music.stems.long", "format", format, "length", length) + "\n- "
                + phrases.say("music.stems.gain") + (lossless ? "" : "\n- " + phrases.say("music.stems.lossless"))
                + mix.trouble().map(sentence -> "\n\n" + sentence.in(phrases)).orElse("");
    }
}
