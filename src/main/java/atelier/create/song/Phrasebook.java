package atelier.create.song;

import atelier.create.song.SongPlan.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words without a model: rhymed lines out of a small book of phrases in the song's language, with its topic put in where
/// the language lets it. Plain, and said to be so.
final class Phrasebook {
    private record Phrase(String use, String mood, String rhyme, String text) {}

    private static final Map<String, Phrasebook.Pages> BOOKS = new ConcurrentHashMap<>();

    // What is in a book.
    private record Pages(List<Phrase> phrases, List<String> adjectives, List<String> nouns, String topic) {
        static Pages of(String language) {
            String name = language.equals("en") ? "lines.txt" : "lines-" + language + ".txt";
            List<Phrase> phrases = Lines.of(name).filter(line -> USES.contains(line.split(" ", 2)[0]))
                    .map(line -> line.split(" ", 4)).map(it -> new Phrase(it[0], it[1], it[2], it[3])).toList();
            return new Pages(phrases, words(name, "adjective "), words(name, "noun "),
                    words(name, "default ").stream().findFirst().orElse("the night"));
        }

        private static List<String> words(String name, String kind) {
            return Lines.of(name).filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length()))
                    .toList();
        }
    }

    private static final Set<String> USES = Set.of("verse", "bridge", "chorus", "hook");

    private final Pages pages;
    private final String topic;
    private final String mood;
    private final Random random;
    private final List<String> used = new ArrayList<>();

    /// @param topic    as the phrases of that language can take it; empty where there is none
    /// @param sad      null where nothing is said of the mood
    /// @param language one that is [Tongue#written]
    Phrasebook(String topic, @Nullable Boolean sad, Random random, String language) {
        pages = BOOKS.computeIfAbsent(language, Pages::of);
        this.topic = topic.isEmpty() ? pages.topic() : topic;
        this.mood = sad == null ? "any" : sad ? "sad" : "happy";
        this.random = random;
    }

    /// A stanza for a section.
    List<String> lines(Role role, int count) {
        return switch (role) {
            case CHORUS -> chorus(count);
            case BRIDGE, PRE_CHORUS -> couplets("bridge", count);
            case VERSE -> couplets("verse", count);
            case INTRO, INSTRUMENTAL, OUTRO -> List.of();
        };
    }

    // The refrain comes back every second line.
    private List<String> chorus(int count) {
        String refrain = drawn("hook", "-");
        List<String> others = couplets("chorus", (count + 1) / 2);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(i % 2 == 0 ? refrain : others.get(i / 2));
        }
        return lines;
    }

    private List<String> couplets(String use, int count) {
        List<String> rhymes = new ArrayList<>(
                fitting(use).map(Phrase::rhyme).distinct().sorted().toList());
        Collections.shuffle(rhymes, random);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(drawn(use, rhymes.get(i / 2 % rhymes.size())));
        }
        return lines;
    }

    private Stream<Phrase> fitting(String use) {
        return pages.phrases().stream().filter(it -> it.use().equals(use) && (it.mood().equals("any")
                || it.mood().equals(mood)));
    }

    private String drawn(String use, String rhyme) {
        List<Phrase> all = fitting(use).filter(it -> it.rhyme().equals(rhyme)).toList();
        List<Phrase> fresh = all.stream().filter(it -> !used.contains(it.text())).toList();
        List<Phrase> others = all.stream().filter(it -> used.isEmpty() || !it.text().equals(used.getLast())).toList();
        List<Phrase> from = !fresh.isEmpty() ? fresh : others.isEmpty() ? all : others;
        String text = from.get(random.nextInt(from.size())).text();
        used.add(text);
        String line = text.replace("{a}", one(pages.adjectives())).replace("{n}", one(pages.nouns()))
                .replace("{t}", topic);
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    // Drawn in any case, so that what follows does not hang on the line.
    private String one(List<String> words) {
        return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    }
}
