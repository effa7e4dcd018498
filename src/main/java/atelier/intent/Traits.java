package atelier.intent;

import atelier.intent.Words.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What likeness looks at, hashed: the facts and concepts of an utterance, its words, pairs of words and pieces of words,
/// where they stand, the situation, and what the rules say. Each group weighs about the same however long the text is.
final class Traits {
    /// Concepts whose value tells the kind.
    private static final Set<String> VALUED = Set.of("act", "head", "has", "start", "only", "last", "usage", "account",
            "history");
    /// What stands in code and seldom in talk.
    private static final List<String> SIGNS = List.of("(", "=", "{", "[", ";", "`", "->", "::", "<", "\\", "_", "\n",
            ":",
            "%", "|", "/", "\"");
    private static final int MOST_WORDS = 60;
    private static final int MOST_CONCEPTS = 12;
    private static final int FEWEST = 4;

    private final int[] keys;
    private final float[] amounts;

    private Traits(int[] keys, float[] amounts) {
        this.keys = keys;
        this.amounts = amounts;
    }

    /// @param ruled what the rules say, or null to learn without them
    static Traits of(Utterance said, Rules.@Nullable Verdict ruled) {
        var groups = new ArrayList<Group>();
        var hits = said.reading().findings.hits();
        var concepts = hits.stream().map(Lexicon.Hit::concept).filter(concept -> !concept.equals("fill")).toList();
        var tokens = said.reading().findings.tokens();
        var words = tokens.stream().limit(MOST_WORDS).map(Traits::word).toList();
        var setting = setting(said);
        groups.add(whole(said, setting));
        groups.add(facts(said.reading()));
        groups.add(concepts(hits, setting));
        groups.add(pairs(concepts));
        groups.add(words(words));
        groups.add(settledWords(words, setting));
        groups.add(runs(words));
        groups.add(gaps(words));
        groups.add(pieces(words));
        groups.add(senses(words, setting));
        groups.add(places(words, concepts, setting));
        if (ruled != null) {
            groups.add(ruled(ruled, said.reading(), setting));
        }
        return joined(groups);
    }

    /// @param weight of the group as a whole; 0 has each trait count fully
    private record Group(Set<String> traits, double weight) {
        Group(double weight) {
            this(new LinkedHashSet<>(), weight);
        }

        double amount() {
            return weight == 0 ? 1 : weight / Math.sqrt(Math.max(FEWEST, traits.size()));
        }
    }

    int size() {
        return keys.length;
    }

    /// Hash of a trait.
    int key(int place) {
        return keys[place];
    }

    /// How strongly it is there.
    float amount(int place) {
        return amounts[place];
    }

    private static Traits joined(List<Group> groups) {
        int size = groups.stream().mapToInt(group -> group.traits().size()).sum();
        var keys = new int[size];
        var amounts = new float[size];
        int i = 0;
        for (var group : groups) {
            for (var trait : group.traits()) {
                keys[i] = hash(trait);
                amounts[i++] = (float) group.amount();
            }
        }
        return new Traits(keys, amounts);
    }

    /// FNV-1a, stirred once more.
    private static int hash(String trait) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < trait.length(); i++) {
            hash = (hash ^ trait.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ hash >>> 13;
    }

    private static String setting(Utterance said) {
        var situation = said.situation();
        if (situation.running()) {
            return "running";
        }
        var file = said.file();
        return situation.last() != null ? "last" : file != null ? file.name().toLowerCase(Locale.ROOT) : "none";
    }

    /// Numbers count by their length only.
    private static String word(Token token) {
        return token.isNumber() ? "0" + Math.min(4, token.text().length()) : token.text();
    }

    private static Group whole(Utterance said, String setting) {
        var group = new Group(0);
        boolean question = said.prose().contains("?") || said.prose().contains("？");
        group.traits().add("any");
        group.traits().add("long " + Math.min(6, said.reading().length() / 2));
        group.traits().add("setting " + setting);
        group.traits().add("situation " + said.situation());
        group.traits().add("pasted " + said.pasted());
        group.traits().add("question " + question);
        group.traits().add("question " + question + setting);
        group.traits().add("loud " + said.prose().contains("!"));
        group.traits().add("signs " + SIGNS.stream().filter(sign -> said.text().contains(sign)).count());
        SIGNS.stream().filter(sign -> said.text().contains(sign)).forEach(sign -> group.traits().add("sign " + sign));
        group.traits().add("error named " + said.reading().findings.tokens().stream().map(Token::text)
                .anyMatch(word -> word.endsWith("exception") || (word.endsWith("error") && word.length() > 6)));
        group.traits().add("act " + said.reading().act() + setting);
        return group;
    }

    private static Group facts(Reading reading) {
        var group = new Group(2);
        for (var fact : new TreeSet<>(reading.facts)) {
            int colon = fact.indexOf(':');
            if (colon < 0 || VALUED.contains(fact.substring(0, colon))) {
                group.traits().add("fact " + fact);
            }
        }
        return group;
    }

    private static Group concepts(List<Lexicon.Hit> hits, String setting) {
        var group = new Group(1.5);
        for (var hit : hits) {
            group.traits().add("value " + hit.concept() + ":" + hit.value());
            group.traits().add("settled " + setting + " " + hit.concept());
        }
        return group;
    }

    private static Group pairs(List<String> concepts) {
        var group = new Group(1);
        int size = Math.min(concepts.size(), MOST_CONCEPTS);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                group.traits().add("before " + concepts.get(i) + ">" + concepts.get(j));
            }
        }
        var before = "^";
        for (var concept : concepts) {
            group.traits().add("next " + before + ">" + concept);
            before = concept;
        }
        group.traits().add("next " + before + ">$");
        return group;
    }

    private static Group words(List<String> words) {
        var group = new Group(2);
        words.forEach(word -> group.traits().add("word " + word));
        return group;
    }

    private static Group settledWords(List<String> words, String setting) {
        var group = new Group(1);
        words.forEach(word -> group.traits().add("word " + word + " " + setting));
        return group;
    }

    private static Group runs(List<String> words) {
        var group = new Group(1.5);
        for (int i = 0; i <= words.size(); i++) {
            var pair = at(words, i - 1) + " " + at(words, i);
            group.traits().add("two " + pair);
            group.traits().add("three " + at(words, i - 2) + " " + pair);
        }
        return group;
    }

    private static Group gaps(List<String> words) {
        var group = new Group(1);
        for (int i = 0; i + 2 < words.size(); i++) {
            group.traits().add("around " + words.get(i) + " " + words.get(i + 2));
        }
        return group;
    }

    private static String at(List<String> words, int place) {
        return place < 0 ? "^" : place >= words.size() ? "$" : words.get(place);
    }

    /// Three to five letters in a row, begin and end of the word marked.
    private static Group pieces(List<String> words) {
        var group = new Group(2);
        for (var word : words) {
            if (word.length() > 1 || !Words.isHan(word.charAt(0))) {
                var marked = "<" + word + ">";
                for (int length = 3; length <= 5; length++) {
                    for (int from = 0; from + length <= marked.length(); from++) {
                        group.traits().add("piece " + marked.substring(from, from + length));
                    }
                }
            }
        }
        return group;
    }

    private static Group senses(List<String> words, String setting) {
        var group = new Group(3);
        var all = new TreeSet<String>();
        var before = Set.of("^");
        for (int i = 0; i < words.size(); i++) {
            var senses = Senses.at(words, i);
            for (var sense : senses) {
                group.traits().add("sense " + sense);
                group.traits().add("sense " + sense + " " + setting);
                before.forEach(earlier -> group.traits().add("sense " + earlier + ">" + sense));
            }
            before = senses.isEmpty() ? before : senses;
            all.addAll(senses);
        }
        for (var one : all) {
            all.tailSet(one, false).forEach(other -> group.traits().add("senses " + one + "&" + other));
        }
        return group;
    }

    private static Group places(List<String> words, List<String> concepts, String setting) {
        var group = new Group(1);
        group.traits().add("first " + at(words, 0));
        group.traits().add("second " + at(words, 1));
        group.traits().add("last " + at(words, words.size() - 1));
        group.traits().add("start " + at(words, 0) + " " + at(words, 1));
        group.traits().add("opens " + at(concepts, 0));
        group.traits().add("opens " + at(concepts, 0) + " " + setting);
        return group;
    }

    private static Group ruled(Rules.Verdict ruled, Reading reading, String setting) {
        var group = new Group(0);
        group.traits().add("ruled " + ruled.kind());
        group.traits().add("ruled " + ruled.kind() + " " + ruled.confidence());
        group.traits().add("ruled " + ruled.kind() + " " + setting);
        group.traits().add("ruled " + ruled.kind() + " " + reading.act());
        return group;
    }
}
