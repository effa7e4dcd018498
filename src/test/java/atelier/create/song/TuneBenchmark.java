package atelier.create.song;

import atelier.audio.score.Score;
import atelier.create.music.Chord;
import atelier.create.music.HumanBands;
import atelier.create.music.MelodyMetrics;
import atelier.create.music.MelodyMetrics.Sample;
import atelier.create.music.Tunes;
import atelier.intent.MusicBrief;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Measures the composer's tunes in every genre against those of people, and against chance. Run with
/// `mvn -q test-compile exec:exec@tunes`.
public final class TuneBenchmark {
    /// Every genre there is.
    static final List<String> GENRES = List.of("pop", "rock", "electronic", "ballad", "hip-hop", "jazz", "folk",
            "waltz",
            "lo-fi", "blues", "country", "reggae", "bossa", "celtic", "jig", "lullaby", "march", "polka", "classical",
            "ambient", "chiptune", "cinematic");
    private static final int SEEDS = 500;

    private TuneBenchmark() {}

    /// What the tunes of a genre have in common.
    ///
    /// @param share  mean share of the sixteen numbers inside the human bands
    /// @param enough share of tunes with at least [HumanBands#ENOUGH] of them
    /// @param means  of each number
    /// @param inside of each number, in how many tunes it is human
    record Result(String name, double share, double enough, Map<String, Double> means, Map<String, Double> inside) {}

    public static void main(String... args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : SEEDS;
        List<Result> results = new ArrayList<>();
        for (String genre : GENRES) {
            results.add(measured(genre, seeds, seed -> song(genre, null, seed)));
            results.add(measured(genre + " tune", seeds, seed -> Tunes.melody(genre, null, seed)));
        }
        for (String genre : List.of("waltz", "celtic", "jig", "lullaby", "march", "polka")) {
            results.add(measured(genre + " 4/4", seeds, seed -> song(genre, "4/4", seed)));
            results.add(measured(genre + " 4/4 tune", seeds, seed -> Tunes.melody(genre, "4/4", seed)));
        }
        results.add(measured("random in key", seeds, seed -> Tunes.random(song("pop", null, seed), seed)));
        results.add(measured("pop, random pitch", seeds, seed -> Tunes.unpitched(song("pop", null, seed), seed)));
        results.add(measured("folk, random pitch", seeds, seed -> Tunes.unpitched(song("folk", null, seed), seed)));
        print(results);
    }

    /// What `/song` gives the voice.
    static Sample song(String genre, @Nullable String metre, long seed) {
        var brief = new MusicBrief(null, null, null, metre, null, null, genre, null, null, seed);
        SongPlan plan = SongPlanner
                .plan(new Wish("a song about the sea", brief, seed, false, Optional.empty(), false));
        Score score = SongComposer.compose(plan, new Syllables("en"), true);
        List<Chord> chords = plan.sections().stream().flatMap(it -> it.chords().stream()).map(Numeral::chord).toList();
        int steps = score.metre().steps();
        return new Sample(score.parts().getFirst().notes(), score.key(), score.metre(), at -> chords.get(at / steps),
                score.chords().stream().map(Score.Mark::text).toList());
    }

    static Result measured(String name, int seeds, LongFunction<Sample> tune) {
        List<Map<String, Double>> all = LongStream.range(0, seeds).parallel().mapToObj(tune).map(MelodyMetrics::of)
                .toList();
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> inside = new LinkedHashMap<>();
        for (String number : all.getFirst().keySet()) {
            means.put(number, all.stream().mapToDouble(it -> it.getOrDefault(number, 0.0)).average().orElse(0));
            inside.put(number, all.stream().filter(it -> HumanBands.human(number, it.getOrDefault(number, 0.0))).count()
                    / (double) seeds);
        }
        return new Result(name, all.stream().mapToDouble(HumanBands::share).average().orElse(0),
                all.stream().filter(it -> HumanBands.share(it) >= HumanBands.ENOUGH).count() / (double) seeds, means,
                inside);
    }

    private static void print(List<Result> results) {
        var names = results.getFirst().means().keySet();
        var head = new StringBuilder("%-20s %5s %5s".formatted("mean of each", "share", "pass"));
        names.forEach(name -> head.append(" %6s".formatted(name.substring(0, Math.min(6, name.length())))));
        System.out.println(head);
        for (Result it : results) {
            var line = new StringBuilder(String.format(Locale.ROOT, "%-20s %4.0f%% %4.0f%%", it.name(),
                    100 * it.share(), 100 * it.enough()));
            names.forEach(name -> line.append(String.format(Locale.ROOT, " %6.2f%s", it.means().get(name),
                    HumanBands.names().contains(name) && it.inside().getOrDefault(name, 1.0) < 0.8 ? "!" : "")));
            System.out.println(line);
        }
        System.out.println();
        HumanBands.names().forEach(name -> System.out.println("%-18s %s".formatted(name, HumanBands.words(name))));
    }
}
