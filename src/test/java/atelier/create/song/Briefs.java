package atelier.create.song;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiReading;
import atelier.audio.score.Scale;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench;
import atelier.create.music.MelodyCreator;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Terms;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Wishes in words with key, mode, metre, tempo, bars and genre, and whether the MIDI file that comes of them is just so:
/// from the sentence through the parser and the creator to the file.
final class Briefs {
    private static final List<String> MAJOR = List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"),
            MINOR = List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B");
    private static final List<String> METRES = List.of("4/4", "3/4", "6/8");
    private static final List<String> SENTENCES = List.of(
            "write a %s song about the sea in %s %s, %s time, %d bpm, %d bars",
            "compose a %s song in %s %s in %s at %d BPM with %d bars please",
            "make me a %s melody in %s %s, %s, tempo %d, %d bars",
            "I'd like a %s tune, key %s %s, %s, %d beats per minute, exactly %d bars");

    private final IntentParser parser = new IntentParser();

    /// @param wrong what is not as asked; empty where all is
    record Outcome(String words, List<String> wrong) {}

    Outcome outcome(int number) {
        var random = new Random(number * 7919L + 13);
        boolean major = random.nextBoolean();
        List<String> keys = major ? MAJOR : MINOR;
        String key = keys.get(random.nextInt(keys.size()));
        Scale scale = major ? Scale.MAJOR : Scale.MINOR;
        Metre metre = List.of(Metre.FOUR_FOUR, Metre.THREE_FOUR, Metre.SIX_EIGHT).get(number % METRES.size());
        int tempo = 60 + random.nextInt(121);
        int bars = 4 + random.nextInt(13);
        String genre = TuneBenchmark.GENRES.get(number % TuneBenchmark.GENRES.size());
        String words = SENTENCES.get(random.nextInt(SENTENCES.size())).formatted(genre, key, scale.title(), metre,
                tempo, bars);
        var read = MidiReading.of(midi(words));
        Key asked = new Key(Key.tonic(key).orElseThrow(), scale).written();
        List<String> wrong = new ArrayList<>();
        differs(wrong, "key", asked.signature() + " " + scale.minor(), read.signature() + " " + read.minor());
        differs(wrong, "metre", metre.toString(), read.metre());
        differs(wrong, "tempo", Math.round(60e6 * 4 / metre.tap() / tempo), (long) read.tempo());
        differs(wrong, "bars", (long) bars * metre.ticks(), read.ticks());
        return new Outcome(words, wrong);
    }

    private static void differs(List<String> wrong, String what, Object asked, Object found) {
        if (!asked.equals(found)) {
            wrong.add(what + ": " + found + " for " + asked);
        }
    }

    private byte[] midi(String words) {
        var bench = new Workbench(List.of(), List.of(), null, Terms.of(null, null, true), 11, _ -> {},
                new Cancellation());
        Creation creation = switch (parser.parse(words, null, Situation.NONE).intent()) {
            case Intent.ComposeSong song -> new SongCreator(silent()).create(song, bench);
            case Intent.ComposeMelody melody -> new MelodyCreator().create(melody, bench);
            case Intent.ComposeTopline topline -> new ToplineCreator(silent()).create(topline, bench);
            case Intent other -> throw new AssertionError(words + " was understood as " + other.kind());
        };
        return creation.files().stream().filter(it -> it.path().endsWith(".mid")).map(Artifact::content).findFirst()
                .orElseThrow();
    }

    private static ScriptedRouter silent() {
        return new ScriptedRouter().fails(Failure.NO_MODEL, "No model is there.");
    }
}
