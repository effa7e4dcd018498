package atelier.create.song;

import static java.nio.charset.StandardCharsets.UTF_8;

import atelier.audio.SoundBank;
import atelier.audio.notation.MusicXml;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Manner;
import atelier.create.Workbench;
import atelier.create.music.Stages;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.intent.MusicBrief;
import atelier.language.Phrases;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Short songs that show what a genre sounds like, one a genre and always the same: sound, page of notes and MIDI file. What was
/// made once is kept in a folder by a fingerprint of its notes and instruments, so that it is there at once the next time, and
/// made anew when either changes.
public final class Samples {
    private static final Router NOBODY = _ -> new Answer.Failed(Failure.NO_MODEL, "", "No model is asked.", List.of());
    private static final int BARS = 16;
    private static final long SEED = 2026;
    /// To be raised when the same notes are played or drawn in another way.
    private static final String ISSUE = "1";

    private final SongMaker maker;
    private final SoundBank bank;
    private final @Nullable SampleFolder folder;
    // Two who ask at once for what is not there wait for the same; others need not.
    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new).limit(16).toArray(ReentrantLock[]::new);

    /// By the built-in instruments, and kept nowhere.
    public Samples() {
        this(SoundBank.BUILT_IN, null);
    }

    /// @param bank   plays them
    /// @param folder where they are kept, made when needed; null for nowhere
    public Samples(SoundBank bank, @Nullable Path folder) {
        this.maker = new SongMaker(NOBODY, false, bank);
        this.bank = bank;
        this.folder = folder == null ? null : new SampleFolder(folder);
    }

    /// The sample of a genre.
    ///
    /// @param phrases for what is said about it
    public Creation of(String genre, Phrases phrases) {
        var lock = locks[Math.floorMod(genre.hashCode(), locks.length)];
        lock.lock();
        try {
            return found(genre, phrases);
        } finally {
            lock.unlock();
        }
    }

    private Creation found(String genre, Phrases phrases) {
        var brief = new MusicBrief(null, null, null, null, BARS, null, genre, null, null, SEED);
        var bench = new Workbench(List.of(), List.of(), null, Terms.of(null, null, false), SEED, _ -> {},
                new Cancellation(),
                new Manner(phrases, null, ""));
        var stages = new Stages(bench, "Plan", "Melody", "Arrangement", "Sound", "Score");
        var take = maker.take("a " + genre + " song", brief, bench, stages);
        if (folder == null) {
            return shown(maker.made(take, brief, phrases, stages)).saying(SongMaker.facts(take, phrases));
        }
        var print = print(take);
        // What is kept may have been said in another language.
        return folder.find(print).orElseGet(() -> {
            var made = shown(maker.made(take, brief, phrases, stages));
            folder.keep(print, made);
            return made;
        }).saying(SongMaker.facts(take, phrases));
    }

    private static Creation shown(Creation song) {
        List<Artifact> files = song.files().stream().filter(file -> file.mediaType().equals("audio/ogg")
                || file.path().endsWith("-notes.png") || file.path().endsWith(".mid")).toList();
        return new Creation(song.title(), files, song.text(), List.of(), null, song.maker());
    }

    private String print(SongMaker.Take take) {
        var sha = SampleFolder.sha256();
        sha.update(take.midi());
        sha.update(MusicXml.of(take.printed()));
        sha.update((bank.name() + "\n" + ISSUE).getBytes(UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }
}
