package atelier.engine.answer;

import atelier.create.music.MusicWords;
import atelier.create.music.Stems;
import atelier.engine.delivery.Say;
import atelier.engine.port.Job;
import atelier.intent.Instruments;
import atelier.intent.Intent;
import atelier.intent.MusicChange;
import atelier.intent.Parsed;
import atelier.language.Phrases;
import atelier.language.Sentence;
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
    public static Optional<Say> about(Intent.EditLast edit, Optional<Job> subject, Phrases phrases) {
        if (subject.isEmpty() || !isTune(subject.get().intent())) {
            return Optional.empty();
        }
        var change = MusicChange.in(edit.request());
        if (change.contradiction() != null) {
            return Optional.of(Say.text(phrases.say("song.clash", "what",
                    Sentence.of("song.clash." + change.contradiction().replace(' ', '-')))));
        }
        return change.asksGenre() && change.rests().isEmpty()
                ? Optional.of(genres(subject.get(), phrases))
                : Optional.empty();
    }

    private static Say genres(Job job, Phrases phrases) {
        return new Say(phrases.say("song.which-genre"), GENRES.stream()
                .map(genre -> Say.Choice.of(MusicWords.genre(genre).in(phrases), said(job, "as " + genre))).toList());
    }

    /// What a button says that changes this very work.
    public static String said(Job job, String words) {
        return "/change " + job.id() + " " + words;
    }

    /// The changes that make sense for what this job made, in the order they are shown.
    public static List<Offer> offers(Job job, boolean instrumental, Phrases phrases) {
        var offers = new ArrayList<Offer>();
        if (isTune(job.intent())) {
            offers.add(new Offer(phrases.say("song.offer.take"), "another take"));
            offers.add(new Offer(phrases.say("song.offer.up"), "up a tone"));
            offers.add(new Offer(phrases.say("song.offer.down"), "down a tone"));
            offers.add(new Offer(phrases.say("song.offer.slower"), "slower"));
            offers.add(new Offer(phrases.say("song.offer.faster"), "faster"));
            offers.add(new Offer(phrases.say("song.offer.genre"), "another genre"));
        }
        if (job.intent() instanceof Intent.ComposeSong || job.intent() instanceof Intent.ComposeTopline) {
            offers.add(new Offer(phrases.say("song.offer.tune"), "keep the words, new tune"));
            offers.add(instrumental
                    ? new Offer(phrases.say("song.offer.sung"), "with words")
                    : new Offer(phrases.say("song.offer.words"), "other words"));
        }
        if (isTune(job.intent())) {
            offers.add(new Offer(phrases.say("song.offer.stems"), "stems"));
        }
        if (job.intent() instanceof Intent.WriteLyrics) {
            offers.add(new Offer(phrases.say("song.offer.set"), "make a song of it"));
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
