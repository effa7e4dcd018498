package atelier.create.song;

import atelier.audio.Limiter;
import atelier.audio.Loudness;
import atelier.audio.OggOpus;
import atelier.audio.SoundBank;
import atelier.audio.TruePeak;
import atelier.audio.notation.Abc;
import atelier.audio.notation.MusicXml;
import atelier.audio.notation.StaffPage;
import atelier.audio.score.MidiFile;
import atelier.audio.score.PianoRoll;
import atelier.audio.score.Score;
import atelier.create.music.Preview;
import atelier.create.music.Stems;
import atelier.language.Language;
import atelier.language.Phrases;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the time of a song of two minutes goes, in a fresh JVM and in a warm one, and how much memory it takes at most.
/// `mvn -q test-compile exec:exec@song-times`; the soundfont comes from `ATELIER_SOUNDFONT`.
public final class SongTimes {
    private static final int ROUNDS = 3;

    private final Map<String, Long> millis = new LinkedHashMap<>();

    private SongTimes() {}

    public static void main(String[] arguments) {
        @Nullable
        String file = System.getenv("ATELIER_SOUNDFONT");
        SoundBank bank = SoundBank.of(file == null || file.isEmpty() ? null : Path.of(file));
        bank.problem().ifPresent(System.out::println);
        Map<String, Long> cold = new LinkedHashMap<>();
        Map<String, Long> warm = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            var times = new SongTimes();
            times.song(bank, round);
            (round == 0 ? cold : warm).putAll(round < 2 ? times.millis : least(warm, times.millis));
        }
        System.out.printf("A song of two minutes, %s, %d cores, -Xmx %d MB; processor time of the thread%n",
                bank.name(),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
        System.out.printf("%-28s %9s %14s%n", "stage", "cold, ms", "warm, ms (best)");
        cold.forEach((stage, time) -> System.out.printf(Locale.ROOT, "%-28s %9d %14d%n", stage, time, warm.get(stage)));
        System.out.printf("%-28s %9d %14d%n", "sum of the stages", sum(cold), sum(warm));
        long start = System.nanoTime();
        Score score = Songbook.song("pop", "4/4", "G", "major", 60, 9).score();
        Stems.of("song", MidiFile.of(score), false, bank, Phrases.of(Language.ENGLISH), _ -> {});
        System.out.printf("%-28s %9s %14d%n", "stems of it", "", (System.nanoTime() - start) / 1_000_000);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(it -> it.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(it -> it.getUsed()).sum();
        System.out.printf("heap at most %d MB%n", peak >> 20);
    }

    private static Map<String, Long> least(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> least = new LinkedHashMap<>();
        one.forEach((stage, time) -> least.put(stage, Math.min(time, other.getOrDefault(stage, time))));
        return least;
    }

    // Stages that run at once in the bot are counted one by one here.
    private static long sum(Map<String, Long> times) {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    private void song(SoundBank bank, long seed) {
        var song = timed("plan, melody, arrangement", () -> Songbook.song("pop", "4/4", "G", "major", 60, seed));
        Score score = song.score();
        byte[] midi = timed("MIDI", () -> MidiFile.of(score));
        timed("MusicXML, ABC, karaoke",
                () -> MusicXml.of(score).length + Abc.of(score).length + MidiFile.karaoke(score).length);
        timed("page of notes", () -> StaffPage.png(score));
        timed("piano roll", () -> PianoRoll.png(score));
        var played = timed("synthesis", () -> bank.play(midi, score.seconds()));
        var mastered = timed("loudness and limiter",
                () -> Limiter.master(played.sound(), Preview.LOUDNESS, Preview.CEILING));
        byte[] file = timed("Opus", () -> OggOpus.encode(mastered, Map.of(), 1));
        var heard = timed("decoding for proof", () -> OggOpus.decode(file));
        timed("measuring it", () -> Loudness.of(heard).orElse(0) + TruePeak.of(heard));
    }

    private <T> T timed(String stage, Supplier<T> work) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        T result = work.get();
        millis.put(stage, (clock.getCurrentThreadCpuTime() - start) / 1_000_000);
        return result;
    }
}
