package atelier.create.song;

import atelier.create.song.SongPlan.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Words without a model: rhymed English lines out of a small book of phrases, with the song's topic put in. Plain, and said
/// to be so.
final class Phrasebook {
    private record Phrase(String use, String mood, String rhyme, String text) {}

    private static final List<Phrase> PHRASES = Lines.of("lines.txt").filter(line -> line.split(" ", -1).length > 3)
            .map(line -> line.split(" ", 4)).map(it -> new Phrase(it[0], it[1], it[2], it[3])).toList();
    private static final List<String> ADJECTIVES = words("adjective ");
    private static final List<String> NOUNS = words("noun ");

    private final String topic;
    private final String mood;
    private final Random random;
    private final List<String> used = new ArrayList<>();

    /// @param sad null where nothing is said of the mood
    Phrasebook(String topic, @org.jspecify.annotations.Nullable Boolean sad, Random random) {
        this.topic = topic.isEmpty() ? "the night" : topic;
        this.mood = sad == null ? "any" : sad ? "sad" : "happy";
        this.random = random;
    }

    private static List<String> words(String kind) {
        return Lines.of("lines.txt").filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length()))
                .toList();
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
        return PHRASES.stream().filter(it -> it.use().equals(use) && (it.mood().equals("any")
                || it.mood().equals(mood)));
    }

    private String drawn(String use, String rhyme) {
        List<Phrase> all = fitting(use).filter(it -> it.rhyme().equals(rhyme)).toList();
        List<Phrase> fresh = all.stream().filter(it -> !used.contains(it.text())).toList();
        List<Phrase> from = fresh.isEmpty() ? all : fresh;
        String text = from.get(random.nextInt(from.size())).text();
        used.add(text);
        String line = text.replace("{a}", ADJECTIVES.get(random.nextInt(ADJECTIVES.size())))
                .replace("{n}", NOUNS.get(random.nextInt(NOUNS.size()))).replace("{t}", topic);
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }
}
