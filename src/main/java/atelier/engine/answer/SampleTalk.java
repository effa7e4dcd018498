package atelier.engine.answer;

import atelier.account.Accounts;
import atelier.chat.Button;
import atelier.create.Creation;
import atelier.create.music.MusicWords;
import atelier.engine.delivery.Say;
import atelier.engine.delivery.Wrapping;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import atelier.intent.Genres;
import atelier.language.Phrases;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
    private final Accounts accounts;
    private final BiFunction<String, Phrases, Creation> samples;

    /// @param samples makes or finds the one of a genre
    public SampleTalk(Accounts accounts, BiFunction<String, Phrases, Creation> samples) {
        this.accounts = accounts;
        this.samples = samples;
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var phrases = Phrases.of(accounts.byId(job.account()).locale());
        var asked = Genres.in(job.words());
        var genre = asked == null ? "pop" : known(asked);
        if (genre == null) {
            return list(phrases.say("sample.none", "asked", MusicWords.genre(asked)), phrases);
        }
        onText.accept(phrases.say("sample.music.coming", "genre", MusicWords.genre(genre)));
        var sample = samples.apply(genre, phrases);
        warm(phrases);
        var text = phrases.say("sample.music", "genre", MusicWords.genre(genre)) + "\n\n" + sample.text();
        var choices = Stream.concat(
                Stream.of(
                        new Say.Choice(phrases.say("sample.like"), "/song a " + genre + " song", Button.Style.PRIMARY)),
                others(genre, phrases)).toList();
        return new Say(text, choices).with(sample.files(), Wrapping.PLAIN);
    }

    /// The samples there are, with a button each.
    public static Say list(String text, Phrases phrases) {
        return new Say(text, GENRES.stream().map(genre -> choice(genre, phrases)).toList());
    }

    /// Whether a genre is named there is a sample of.
    public static boolean names(String words) {
        return Genres.in(words) != null;
    }

    private static Stream<Say.Choice> others(String genre, Phrases phrases) {
        return GENRES.stream().filter(other -> !other.equals(genre)).limit(SHOWN)
                .map(other -> choice(other, phrases));
    }

    private static Say.Choice choice(String genre, Phrases phrases) {
        return Say.Choice.of("▶ " + MusicWords.genre(genre).in(phrases), "play a sample of " + genre);
    }

    private static @Nullable String known(String asked) {
        return GENRES.stream().filter(asked::equals).findFirst()
                .or(() -> GENRES.stream().filter(genre -> asked.startsWith(genre) || asked.endsWith(genre)).findFirst())
                .orElseGet(() -> ALSO.get(asked));
    }

    private static final Map<String, String> ALSO = Map.of("edm", "electronic", "techno", "electronic", "house",
            "electronic", "trap", "hip-hop", "metal", "rock", "punk", "rock", "samba", "bossa", "ska", "reggae");

    private void warm(Phrases phrases) {
        if (warms.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("samples").start(() -> {
                for (var genre : GENRES) {
                    var _ = samples.apply(genre, phrases);
                }
            });
        }
    }
}
