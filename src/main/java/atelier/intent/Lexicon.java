package atelier.intent;

import atelier.intent.Words.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The phrases of every language and the concepts they stand for, read from the `words-*.txt` beside this class.
/// Immutable; thread-safe.
final class Lexicon {
    /// A phrase found: tokens from `start` to before `end`.
    record Hit(String concept, String value, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /// Words worth recognising when they are mistyped.
    private static final Set<String> SPELLED = Set.of("make", "make-code", "code", "game", "lyrics", "melody",
            "topline",
            "song", "lang", "framework", "review", "explain", "help", "thanks", "model", "template", "master", "chatn",
            "usage", "account", "compare", "theme");

    static final Lexicon ALL = read("en", "de", "es", "fr", "pt", "ru", "zh", "things");

    /// These stay visible inside a longer phrase: "which models" is also about models.
    private static final Set<String> TRANSPARENT = Set.of("model", "modelname", "specific", "voice", "bot-ref",
            "anaphora", "codeword", "thiscode", "lang", "genre", "fill", "num", "louder", "howq", "canq",
            "ableq", "edit-verb", "template", "theme", "template-verb", "supports",
            "about");
    /// Their phrases hide nothing: "the melody" is still about a melody.
    private static final Set<String> SOFT = Set.of("anaphora", "lang", "thiscode", "codeword", "fill", "framework",
            "genre", "mood", "engine", "audio", "edit-lead", "lead", "unit", "with-model", "scale", "support", "flaw",
            "canit", "clause",
            "complexity");
    private static final int LONGEST_PHRASE = 8;

    private enum Mode {
        WHOLE, BEGINNING, ENDING
    }

    private record Word(String text, Mode mode) {
        boolean matches(String token) {
            return switch (mode) {
                case WHOLE -> token.equals(text);
                case BEGINNING -> token.startsWith(text);
                case ENDING -> token.endsWith(text);
            };
        }
    }

    private record Phrase(String concept, String value, List<Word> words, boolean exact) {}

    private record Candidate(Hit hit, boolean exact, boolean compound) {}

    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
    private final Map<String, List<Phrase>> byEnding = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final Spelling spelling = new Spelling();

    private Lexicon() {}

    static Lexicon read(String... names) {
        var lexicon = new Lexicon();
        for (var name : names) {
            for (var line : lines("words-" + name + ".txt")) {
                int equals = line.indexOf(" = ");
                var key = line.substring(0, equals);
                int colon = key.indexOf(':');
                var concept = colon < 0 ? key : key.substring(0, colon);
                var value = colon < 0 ? "" : key.substring(colon + 1);
                for (var phrase : line.substring(equals + 3).split(", *", -1)) {
                    lexicon.add(concept, value, phrase, name.equals("en") || name.equals("things"));
                }
            }
        }
        return lexicon;
    }

    /// The lines of a resource that say something.
    static List<String> lines(String resource) {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String concept, String value, String phrase, boolean spelled) {
        var words = new ArrayList<Word>();
        for (var piece : phrase.strip().split("\\s+", -1)) {
            var tokens = Words.tokens(Words.clean(piece.replace("*", "")));
            for (int i = 0; i < tokens.size(); i++) {
                var mode = piece.startsWith("*") && i == 0
                        ? Mode.ENDING
                        : piece.endsWith("*") && i == tokens.size() - 1 ? Mode.BEGINNING : Mode.WHOLE;
                words.add(new Word(tokens.get(i).text(), mode));
            }
        }
        if (words.isEmpty() || words.size() > LONGEST_PHRASE) {
            throw new IllegalStateException("a phrase of " + concept + " has no or too many words: " + phrase);
        }
        words.forEach(word -> vocabulary.add(word.text()));
        if (spelled && words.size() == 1 && SPELLED.contains(concept)) {
            spelling.add(words.getFirst().text());
        }
        var first = words.getFirst();
        var index = switch (first.mode()) {
            case WHOLE -> byWord;
            case BEGINNING -> byBeginning;
            case ENDING -> byEnding;
        };
        var exact = words.stream().allMatch(word -> word.mode() == Mode.WHOLE);
        index.computeIfAbsent(first.text(), k -> new ArrayList<>())
                .add(new Phrase(concept, value, List.copyOf(words), exact));
    }

    /// The tokens with mistyped words put right.
    List<Token> spelled(List<Token> tokens) {
        return tokens.stream().map(token -> {
            var meant = vocabulary.contains(token.text()) ? null : spelling.meant(token.text());
            return meant == null ? token : new Token(meant, token.original(), token.start());
        }).toList();
    }

    /// Every phrase in the text that is not merely a part of a longer one, in order.
    List<Hit> find(List<Token> tokens) {
        var found = new ArrayList<Candidate>();
        int[] reach = new int[tokens.size()];
        int[] exactReach = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            var word = tokens.get(i).text();
            collect(byWord.get(word), tokens, i, found);
            for (int length = 2; length <= word.length() && length <= 16; length++) {
                collect(byBeginning.get(word.substring(0, length)), tokens, i, found);
                if (length < word.length()) {
                    collect(byEnding.get(word.substring(word.length() - length)), tokens, i, found);
                }
            }
        }
        for (var candidate : found) {
            var hit = candidate.hit();
            if (!SOFT.contains(hit.concept())) {
                reach[hit.start()] = Math.max(reach[hit.start()], hit.end());
            }
            if (candidate.exact() && !SOFT.contains(hit.concept())) {
                exactReach[hit.start()] = Math.max(exactReach[hit.start()], hit.end());
            }
        }
        return found.stream().filter(c -> stands(c, reach, exactReach)).map(Candidate::hit).distinct().toList();
    }

    private static void collect(@Nullable List<Phrase> phrases, List<Token> tokens, int at,
            List<Candidate> found) {
        if (phrases == null) {
            return;
        }
        for (var phrase : phrases) {
            int end = at + phrase.words().size();
            boolean all = end <= tokens.size();
            for (int i = at; all && i < end; i++) {
                all = phrase.words().get(i - at).matches(tokens.get(i).text());
            }
            if (all) {
                var hit = new Hit(phrase.concept(), phrase.value(), at, end);
                found.add(new Candidate(hit, phrase.exact(), phrase.words().getFirst().mode() == Mode.ENDING));
            }
        }
    }

    private static boolean stands(Candidate candidate, int[] reach, int[] exactReach) {
        var hit = candidate.hit();
        if (TRANSPARENT.contains(hit.concept())) {
            return true;
        }
        if (candidate.compound() && exactReach[hit.start()] >= hit.end()) {
            return false;
        }
        for (int i = Math.max(0, hit.start() - LONGEST_PHRASE); i <= hit.start(); i++) {
            if (reach[i] >= hit.end() && reach[i] - i > hit.length()) {
                return false;
            }
        }
        return true;
    }
}
