package atelier.create.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Takes a wish for a change apart: what is understood is taken out, what is left is the [rest][#rest()]. From `tuning.txt`.
final class TuningWords {
    private static final int LONGEST = 2_000;
    private static final String LEVEL = "(?:levels?|stages?|stufen?|nivel(?:es)?|niveaux?|nível|níveis|fases?|уров\\p{L}{0,4}|关)";
    private static final Pattern LEVELS = Pattern.compile("(?iu)(?<![\\p{L}\\d])" + LEVEL
            + "\\s{0,2}(\\d{1,7})(?:\\s{0,2}(?:-|–|to|bis|a|à|até|до|и|and|und|y)\\s{0,2}(\\d{1,7}))?(?!\\d)");
    private static final Pattern CHINESE_LEVEL = Pattern.compile("第\\s{0,2}(\\d{1,2})\\s{0,2}关()");
    private static final Pattern COUNT = Pattern.compile("(?iu)(?<![\\p{L}\\d])\\d{1,3}\\s{0,2}" + LEVEL);
    private static final String QUOTED = "[\"“”„«»'‘’]?([^\"“”„«»\\n]{2,60}?)[\"“”«»]?\\s{0,2}(?:um\\s{0,2})?[.!]?$";
    private static final Pattern TITLE = Pattern.compile(
            "(?iu)\\b(?:(?:rename|retitle)\\s(?:it|this|the game|game)?\\s?(?:to|as|into)?\\s?|call it\\s|(?:change the\\s)?title(?: it| should be| to|:)?\\s"
                    + "|nenne? (?:es|das spiel)\\s|benenne (?:es|das spiel)(?: um)? in\\s|ll[aá]malo\\s|renómbralo (?:a|como)\\s|cambia el (?:título|nombre) a\\s"
                    + "|appelle-le\\s|renomme-le (?:en\\s)?|chama-o\\s|renomeia (?:para\\s)?|переименуй (?:её|ее|его|игру)? ?в\\s|назови (?:её|ее|его|игру)?\\s?)"
                    + QUOTED);
    private static final Pattern HERO = Pattern.compile(
            "(?iu)\\b(?:(?:make|turn|change)\\s(?:the\\s|my\\s)?(?:hero|player|main character|character|protagonist)\\s(?:into\\s|to\\s|to be\\s)?(?:an?\\s)?"
                    + "|(?:the\\s)?(?:hero|player|main character|protagonist)\\s(?:is|should be|becomes|as)\\s(?:an?\\s)?"
                    + "|mach(?:e)?\\s(?:den helden|die heldin|die figur)\\s(?:zu|zur|zum)\\s?(?:einem|einer|eine|ein)?\\s"
                    + "|der held\\s(?:soll|ist|wird)\\s(?:ein|eine)\\s|haz (?:que )?(?:el|al) (?:héroe|protagonista)\\s(?:sea\\s)?(?:un|una)\\s"
                    + "|el (?:héroe|protagonista)\\s(?:es|sea|será)\\s(?:un|una)\\s)([\\p{L} ]{2,30}?)(?:\\s(?:sein|machen))?(?=\\s{0,2}(?:[.!,;]|$|\\band\\b|\\bund\\b|\\by\\b))");
    private static final List<List<String>> TABLE = Table.rows("tuning.txt");
    private static final Set<String> FILLERS = Set.copyOf(Table.lines("tuning-fillers.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ", -1))).toList());

    private String left;
    private final Optional<String> title;
    private final Optional<Hero> hero;
    private final List<Knob> knobs = new ArrayList<>();

    /// What can be turned.
    enum Turn {
        HARDER, EASIER, FASTER, SLOWER, MORE_FOES, FEWER_FOES, DARKER, LIGHTER;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param levels their numbers, rising; empty for all
    record Knob(Turn turn, List<Integer> levels) {}

    /// @param shown as the person called it
    record Hero(String shown, String sprite) {}

    TuningWords(String request) {
        left = request.length() > LONGEST ? "" : request.strip();
        var untouched = request.length() > LONGEST ? request : "";
        title = taken(TITLE, found -> !name(found).isEmpty()).map(TuningWords::name);
        hero = taken(HERO, found -> sprite(found).isPresent())
                .map(found -> new Hero(capital(found.strip()), sprite(found).orElseThrow()));
        readKnobs();
        left = untouched.isEmpty() ? left : untouched;
    }

    Optional<String> title() {
        return title;
    }

    Optional<Hero> hero() {
        return hero;
    }

    List<Knob> knobs() {
        return List.copyOf(knobs);
    }

    /// What was not understood; blank when nothing but small words is left.
    String rest() {
        var said = COUNT.matcher(left).replaceAll(" ");
        var isSaid = Arrays.stream(said.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#]+", -1))
                .anyMatch(word -> !word.isEmpty() && !FILLERS.contains(word));
        return isSaid ? said.replaceAll("\\s{1,99}", " ").strip() : "";
    }

    /// The words without what was understood, for other readers.
    String left() {
        return left;
    }

    private void readKnobs() {
        var levels = new ArrayList<Integer>();
        var turns = new ArrayList<Turn>();
        for (var row : TABLE) {
            var turn = Turn.valueOf(row.getFirst());
            for (var phrase : Table.cells(row.get(1), ",")) {
                takeAll(phrase, turn, turns);
            }
        }
        if (!turns.isEmpty()) {
            take(LEVELS, levels);
            take(CHINESE_LEVEL, levels);
            turns.forEach(turn -> knobs.add(new Knob(turn,
                    turn == Turn.DARKER || turn == Turn.LIGHTER ? List.of() : List.copyOf(levels))));
        }
    }

    private void takeAll(String phrase, Turn turn, List<Turn> turns) {
        var isHan = phrase.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        var words = Pattern.compile(isHan
                ? Pattern.quote(phrase)
                : "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])");
        if (words.matcher(left).find()) {
            left = words.matcher(left).replaceAll(" ");
            if (!turns.contains(turn)) {
                turns.add(turn);
            }
        }
    }

    private void take(Pattern pattern, List<Integer> levels) {
        var found = pattern.matcher(left);
        if (found.find()) {
            int first = Integer.parseInt(found.group(1));
            int last = found.group(2) == null || found.group(2).isEmpty() ? first : Integer.parseInt(found.group(2));
            // Of a range beyond any game its ends are enough to say so.
            IntStream.rangeClosed(Math.min(first, last), Math.max(first, last))
                    .filter(level -> level <= Wish.MOST || level == first || level == last).forEach(levels::add);
            left = found.replaceFirst(" ");
        }
    }

    private Optional<String> taken(Pattern pattern, Predicate<String> isGood) {
        var found = pattern.matcher(left);
        if (!found.find() || !isGood.test(found.group(1))) {
            return Optional.empty();
        }
        var value = found.group(1);
        left = found.replaceFirst(Matcher.quoteReplacement(" "));
        return Optional.of(value);
    }

    private static String name(String found) {
        var clean = CleanText.of(found, 60);
        return Trademarks.isIn(clean, Optional.empty()) ? "" : clean;
    }

    private static Optional<String> sprite(String words) {
        return Creature.sprite(words);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
