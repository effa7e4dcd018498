package atelier.create.design;

import atelier.create.game.Sprites;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who is said to be in the game: animals and other beings in seven languages, each with the sprite that resembles it most. From
/// `creatures.txt`.
///
/// @param colour its own, `#rrggbb`
/// @param isFoe  unless said otherwise
/// @param words  by language; the first as it is called
record Creature(String sprite, String colour, boolean isFoe, Map<Tongue, List<String>> words) {
    /// @param name   as it is called in the language of the person, such as `snail` or `el gato`
    /// @param colour empty where nothing is known of it
    /// @param at     where in the words
    record Said(String name, String sprite, String colour, boolean isFoe, int at) {}

    /// What is drawn for a being that nobody here knows.
    static final String NEUTRAL = "critter";

    private static final int WORDS_BEFORE = 24;
    private static final Pattern AGAINST = Pattern.compile(
            " (?:against|versus|vs|fight|fights|fighting|defeat|avoid|dodge|shoot|shooting|evil|gegen|vor|böse\\p{L}{0,2}|contra|evita|evitar|contre|évite|éviter|против|от) (?:\\p{L}{1,10} ){0,2}$"
                    + "|[打躲避防抗]\\p{IsHan}{0,2}$");
    private static final Pattern AS = Pattern.compile(
            " (?:as|play|am|are|als|como|comme|за|hero is|held ist) (?:a |an |the |ein |eine |un |una |une |um |uma )?$|扮演$|当$");
    private static final Pattern ABOUT = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:about (?:an? |the )?|über (?:eine?n? |die |das |den )?|sobre (?:una? |el |la |los |las )?|sur (?:une? |le |la |les )|sobre (?:uma? |o |a )?)(\\p{L}{3,20})(?![\\p{L}\\d])|(?<!\\p{L})про (\\p{L}{3,20})|关于(\\p{IsHan}{2,4})的");
    private static final List<Creature> ALL = Table.rows("creatures.txt").stream().map(Creature::read).toList();
    private static final List<List<String>> THINGS = Table.rows("sprites.txt");
    private static final List<String> TAILS = List.of("spiel", "spiele", "abenteuer", "rennen", "jagd", "welt",
            "flucht",
            "game", "kampf", "held", "reise", "dorf", "farm", "jump");

    private static Creature read(List<String> row) {
        var words = new EnumMap<Tongue, List<String>>(Tongue.class);
        int column = 2;
        for (var tongue : Tongue.values()) {
            words.put(tongue, Table.cells(row.get(column++), ","));
        }
        return new Creature(row.get(0).replace("!", ""), row.get(1), row.get(0).startsWith("!"), words);
    }

    static int count() {
        return ALL.size();
    }

    static List<Creature> all() {
        return ALL;
    }

    /// In the order in which they are said; a being that is not in the table only where no other one is.
    ///
    /// @param isTaken whether a noun means something else here, such as a world or a kind of game
    static List<Said> in(String request, Tongue tongue, Predicate<String> isTaken) {
        var spoken = Spoken.of(request);
        var found = new ArrayList<Said>();
        for (var creature : ALL) {
            creature.said(spoken, tongue).ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(Said::at).thenComparingInt(one -> -one.name().length()));
        var apart = new ArrayList<Said>();
        found.stream().filter(one -> apart.stream().noneMatch(other -> other.at() == one.at())).forEach(apart::add);
        return apart.isEmpty() ? unknown(request, isTaken).stream().toList() : List.copyOf(apart);
    }

    /// The sprite that words in any language mean, of creatures and things alike.
    static Optional<String> sprite(String words) {
        var spoken = Spoken.of(words);
        var said = words.strip().toLowerCase(Locale.ROOT);
        return Stream.of(said).filter(Sprites.ALL::contains).findFirst()
                .or(() -> ALL.stream()
                        .filter(one -> Stream.of(Tongue.ENGLISH, Tongue.GERMAN, Tongue.SPANISH, Tongue.RUSSIAN,
                                Tongue.CHINESE).anyMatch(tongue -> one.at(spoken, tongue) >= 0))
                        .findFirst().map(Creature::sprite))
                .or(() -> THINGS.stream().filter(row -> spoken.saysAny(Table.cells(row.get(1), ","))).findFirst()
                        .map(List::getFirst));
    }

    private Optional<Said> said(Spoken spoken, Tongue tongue) {
        int at = at(spoken, tongue);
        var spokenIn = at < 0 ? Tongue.ENGLISH : tongue;
        int where = at < 0 ? at(spoken, Tongue.ENGLISH) : at;
        if (where < 0) {
            return Optional.empty();
        }
        var before = spoken.before(where, WORDS_BEFORE);
        boolean foe = AGAINST.matcher(before).find() || (isFoe && !AS.matcher(before).find());
        return Optional.of(new Said(name(spoken, tongue, spokenIn), sprite, colour, foe, where));
    }

    /// As it is called; where another animal of the same line was said, by that one's own name.
    private String name(Spoken spoken, Tongue tongue, Tongue spokenIn) {
        var names = words.getOrDefault(tongue, List.of());
        var called = names.getFirst();
        var plain = called.toLowerCase(Locale.ROOT).replaceFirst("^(?:el|la|le|o|a) |^l'", "");
        var other = words.getOrDefault(spokenIn, List.of()).stream().skip(1)
                .filter(word -> word.endsWith("*") && spoken.says(word.toLowerCase(Locale.ROOT)))
                .map(word -> word.substring(0, word.length() - 1))
                .filter(stem -> stem.charAt(0) < 0x250 && !shares(stem.toLowerCase(Locale.ROOT), plain)).findFirst();
        return spokenIn == tongue ? other.orElse(called) : called;
    }

    private static boolean shares(String one, String other) {
        int first = Math.min(3, Math.min(one.length(), other.length()));
        return one.substring(0, first).equals(other.substring(0, first));
    }

    /// Where it is said in this language; negative where it is not.
    private int at(Spoken spoken, Tongue tongue) {
        var all = words.getOrDefault(tongue, List.of());
        // The first one bears its article in some languages.
        int exact = all.stream().map(word -> word.toLowerCase(Locale.ROOT)).mapToInt(spoken::at).filter(at -> at >= 0)
                .min().orElse(-1);
        return exact >= 0 || tongue != Tongue.GERMAN ? exact : compound(spoken, all);
    }

    /// In a German compound: the snail of a `Schneckenspiel`, the cats among `Weltraumkatzen`.
    private static int compound(Spoken spoken, List<String> all) {
        for (var cased : all) {
            var word = cased.toLowerCase(Locale.ROOT).replace("*", "");
            if (word.length() < 3) {
                continue;
            }
            int at = spoken.find(said -> said.length() > word.length()
                    && ((said.startsWith(word) && TAILS.stream().anyMatch(said.substring(word.length())::endsWith))
                            || (word.length() >= 5 && said.endsWith(word))));
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Said> unknown(String request, Predicate<String> isTaken) {
        var found = ABOUT.matcher(request.substring(0, Math.min(request.length(), 2_000)));
        while (found.find()) {
            var noun = Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull).findFirst().orElse("");
            var clean = CleanText.of(noun, 24);
            if (!clean.isEmpty() && !isTaken.test(clean.toLowerCase(Locale.ROOT)) && sprite(clean).isEmpty()) {
                return Optional.of(new Said(clean, NEUTRAL, "", false, found.start()));
            }
        }
        return Optional.empty();
    }
}
