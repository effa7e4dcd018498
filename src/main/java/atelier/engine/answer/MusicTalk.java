package atelier.engine.answer;

import atelier.create.music.Stems;
import atelier.engine.delivery.Say;
import atelier.engine.port.Job;
import atelier.intent.Instruments;
import atelier.intent.Intent;
import atelier.intent.MusicChange;
import atelier.intent.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is said about wishes to change music before any work: two that contradict each other, a genre without its name. And
/// which changes are offered under it.
public final class MusicTalk {
    /// Genres that are offered, of those there are.
    private static final List<String> GENRES = List.of("pop", "rock", "ballad", "jazz", "blues", "folk", "waltz",
            "lo-fi", "hip-hop", "electronic", "reggae", "country", "bossa", "classical", "chiptune");

    private static final Pattern SINGS = Pattern
            .compile("(?iu)\\b(?:make|turn|put|set|sing)\\b.{0,60}\\b(?:song|music|topline|tune)"
                    + "\\b.{0,40}\\b(?:it|this|that|these|them|those)\\b|\\b(?:turn|make|set|put|sing) (?:it|this|that|these|them"
                    + "|those)\\b.{0,40}\\b(?:song|music|topline)\\b|\\bvertone|\\bmach\\w*.{0,40}(?:lied|song|musik).{0,20}(?:daraus|davon|draus)"
                    + "|\\bdaraus.{0,30}(?:lied|song|musik)|ponle m[úu]sica|musical[ií]za|canci[óo]n (?:con|de) (?:es[to]|ell)|mets.{0,20}en musique"
                    + "|en fais?.{0,20}(?:chanson|musique)|musica isso|m[úu]sica (?:disso|disto|com isso)|на музыку|из этого.{0,20}песн"
                    + "|песн.{0,20}из этого|谱曲|谱成|[写做唱]成.{0,6}歌");

    private MusicTalk() {}

    /// A change that is one press away.
    ///
    /// @param words said for the person
    public record Offer(String label, String words) {}

    /// Empty where the wish can be worked on.
    public static Optional<Say> about(Intent.EditLast edit, Optional<Job> subject) {
        if (subject.isEmpty() || !isTune(subject.get().intent())) {
            return Optional.empty();
        }
        var change = MusicChange.in(edit.request());
        if (change.contradiction() != null) {
            return Optional.of(Say.text("“%s” does not go together, so I changed nothing. Which of the two shall it be?"
                    .formatted(change.contradiction())));
        }
        return change.asksGenre() && change.rests().isEmpty()
                ? Optional.of(genres(subject.get()))
                : Optional.empty();
    }

    private static Say genres(Job job) {
        return new Say("As what? Press one, or name another.",
                GENRES.stream().map(genre -> Say.Choice.of(genre, said(job, "as " + genre))).toList());
    }

    /// What a button says that changes this very work.
    public static String said(Job job, String words) {
        return "/change " + job.id() + " " + words;
    }

    /// The changes that make sense for what this job made, in the order they are shown.
    public static List<Offer> offers(Job job, boolean instrumental) {
        var offers = new ArrayList<Offer>();
        if (isTune(job.intent())) {
            offers.add(new Offer("Another take", "another take"));
            offers.add(new Offer("♯ Up a tone", "up a tone"));
            offers.add(new Offer("♭ Down a tone", "down a tone"));
            offers.add(new Offer("Slower", "slower"));
            offers.add(new Offer("Faster", "faster"));
            offers.add(new Offer("Other genre", "another genre"));
        }
        if (job.intent() instanceof Intent.ComposeSong || job.intent() instanceof Intent.ComposeTopline) {
            offers.add(new Offer("Same words, new tune", "keep the words, new tune"));
            offers.add(instrumental
                    ? new Offer("With words", "with words")
                    : new Offer("Other words", "other words"));
        }
        if (isTune(job.intent())) {
            offers.add(new Offer("Stems", "stems"));
        }
        if (job.intent() instanceof Intent.WriteLyrics) {
            offers.add(new Offer("Set to music", "make a song of it"));
        }
        return offers;
    }

    /// Whether words ask to sing the lyrics that are there.
    public static boolean setsToMusic(String words, Intent made) {
        return made instanceof Intent.WriteLyrics && SINGS.matcher(words).find();
    }

    /// What was understood, but that lyrics are to be set to music changes them into a song, and that a piece has stems.
    public static Parsed understood(Parsed parsed, String words, Optional<Job> subject) {
        return subject.isPresent() && (setsToMusic(words, subject.get().intent())
                || (isTune(subject.get().intent()) && (Stems.wanted(words) || Instruments.change(words))))
                        ? new Parsed(new Intent.EditLast("edit", words.replaceFirst("^/change\\s", "")), 1,
                                parsed.entities(),
                                null)
                        : parsed;
    }

    private static boolean isTune(Intent intent) {
        return intent instanceof Intent.ComposeMelody || intent instanceof Intent.ComposeSong
                || intent instanceof Intent.ComposeTopline;
    }
}
