package atelier.engine.answer;

import atelier.chat.Button;
import atelier.create.Creation;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import atelier.intent.Genres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Samples to listen to, one a genre, made here and always the same. They cost nothing. When the first is asked for, the others
/// are made in the background, so that the next one is there at once.
public final class SampleTalk implements Errands {
    /// Of which there are samples.
    static final List<String> GENRES = List.of("pop", "rock", "ballad", "jazz", "blues", "folk", "waltz", "lo-fi",
            "hip-hop", "electronic", "reggae", "country", "bossa");
    private static final int SHOWN = 8;

    private final AtomicBoolean warms = new AtomicBoolean();
    private final Function<String, Creation> samples;

    /// @param samples makes or finds the one of a genre
    public SampleTalk(Function<String, Creation> samples) {
        this.samples = samples;
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var asked = Genres.in(job.words());
        var genre = asked == null ? "pop" : known(asked);
        if (genre == null) {
            return list("I have no sample of " + asked + " yet. These I have:");
        }
        onText.accept("🎵 A sample of " + genre + "…");
        var sample = samples.apply(genre);
        warm();
        var text = "A sample of **" + genre + "**, made here; it cost nothing.\n\n" + facts(sample.text());
        var choices = Stream.concat(
                Stream.of(new Say.Choice("Make one like it", "/song a " + genre + " song", Button.Style.PRIMARY)),
                others(genre)).toList();
        return new Say(text, choices).with(sample.files(), Wrapping.PLAIN);
    }

    /// The samples there are, with a button each.
    public static Say list(String text) {
        return new Say(text, GENRES.stream().map(SampleTalk::choice).toList());
    }

    /// Whether a genre is named there is a sample of.
    public static boolean names(String words) {
        return Genres.in(words) != null;
    }

    private static Stream<Say.Choice> others(String genre) {
        return GENRES.stream().filter(other -> !other.equals(genre)).limit(SHOWN).map(SampleTalk::choice);
    }

    private static Say.Choice choice(String genre) {
        return Say.Choice.of("▶ " + genre, "play a sample of " + genre);
    }

    private static @Nullable String known(String asked) {
        return GENRES.stream().filter(asked::equals).findFirst()
                .or(() -> GENRES.stream().filter(genre -> asked.startsWith(genre) || asked.endsWith(genre)).findFirst())
                .orElseGet(() -> ALSO.get(asked));
    }

    private static final Map<String, String> ALSO = Map.of("edm", "electronic", "techno", "electronic", "house",
            "electronic", "trap", "hip-hop", "metal", "rock", "punk", "rock", "samba", "bossa", "ska", "reggae");

    /// What it is, without how to change it: a sample is not a work of one's own.
    private static String facts(String text) {
        UnaryOperator<String> plain = line -> line.replaceFirst("^- Take: .*", "");
        return String.join("\n", text.lines().filter(line -> line.startsWith("- ")).map(plain)
                .filter(line -> !line.isEmpty()).toList());
    }

    private void warm() {
        if (warms.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("samples").start(() -> {
                for (var genre : GENRES) {
                    var _ = samples.apply(genre);
                }
            });
        }
    }
}
