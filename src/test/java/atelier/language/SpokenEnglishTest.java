package atelier.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Sentences belong in bundles. What of them still stands in code is counted, and may only become less.
class SpokenEnglishTest {
    private static final Path ENGINE = Path.of("src/main/java/atelier");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z'-]{2,}");
    private static final Pattern SPEECH = Pattern.compile("[A-Za-z]{2,} [a-z]{2,}");
    /// Lines that speak to no person: logs, mistakes of ours, patterns.
    private static final Pattern UNSPOKEN = Pattern.compile(
            "LOG\\.|log\\.|IllegalArgumentException|IllegalStateException|Pattern|compile\\(|UncheckedIOException"
                    + "|IOException\\(|CancellationException\\(");
    /// Lines of patterns that go over several.
    private static final Pattern PATTERN = Pattern.compile("\\(\\?|\\\\[sbwpd]|\\|.*\\|");

    /// What is no sentence: pieces of patterns over several lines, and commands as they must be typed in every language.
    private static final Pattern NO_SENTENCE = Pattern.compile("\\(\\?:|\\\\\\\\[bsp]|^/[a-z]+ [^.!?]*$");

    /// By package: how many literals of three words or more there may be. What is left speaks to models, stands in files, is
    /// a name that the bundles say otherwise, a table of a spelling, or the word of a server's operator; the short reasons in
    /// `generation` are known again by their words where people read them.
    private static final Map<String, Integer> MOST = Map.ofEntries(Map.entry("engine/answer", 3),
            Map.entry("engine/compare", 0), Map.entry("engine/delivery", 0), Map.entry("engine/intake", 0),
            Map.entry("engine/job", 0), Map.entry("engine/model", 0), Map.entry("engine/persona", 0),
            Map.entry("engine/provider", 0), Map.entry("engine/template", 0), Map.entry("engine/version", 0),
            Map.entry("create", 4), Map.entry("create/code", 1), Map.entry("create/dojo", 2),
            Map.entry("create/text", 0), Map.entry("create/risk", 0), Map.entry("create/design", 3),
            Map.entry("create/song", 15), Map.entry("create/music", 1),
            Map.entry("create/game", 0), Map.entry("create/check", 2), Map.entry("create/patch", 3),
            Map.entry("generation", 13), Map.entry("generation/bench", 10),
            Map.entry("generation/setup", 8), Map.entry("generation/registry", 0),
            Map.entry("generation/endpoint", 5), Map.entry("generation/learning", 0),
            Map.entry("adapter/terminal", 1), Map.entry("adapter/discord", 23), Map.entry("adapter/telegram", 20),
            Map.entry("quota", 0), Map.entry("usage", 0), Map.entry("quota/budget", 0));

    @Test
    void noNewEnglishStandsInCode() throws IOException {
        var found = new TreeMap<String, Long>();
        for (var name : MOST.keySet()) {
            found.put(name, count(ENGINE.resolve(name)));
        }
        assertThat(found).allSatisfy(
                (name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST.getOrDefault(name, 0)));
    }

    /// What a server did wrong is kept and logged in short English words; people read it in their own.
    @Test
    void everyReasonForTroubleIsKnownAgain() throws IOException {
        var trouble = Pattern.compile("Trouble\\.(?:lasting|passing)\\([A-Za-z.]+,\\s*\"([a-zA-Z' ]+)\"\\)");
        var unknown = new TreeSet<String>();
        try (var files = Files.walk(ENGINE.resolve("generation"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                trouble.matcher(Files.readString(file)).results().map(it -> it.group(1))
                        .filter(reason -> Sentence.known("reason", reason) instanceof Sentence.Plain)
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(Sentence.known("reason", "failed 3 times in a row, is asked again in 27 s")
                .in(Phrases.of(Language.GERMAN))).isEqualTo("scheiterte 3-mal in Folge, wird in 27 s wieder gefragt");
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var count = 0L;
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                count += Files.readAllLines(file).stream().mapToLong(SpokenEnglishTest::sentences).sum();
            }
            return count;
        }
    }

    private static long sentences(String line) {
        var code = line.strip();
        if (code.startsWith("//") || code.startsWith("*") || code.startsWith("import")
                || UNSPOKEN.matcher(code).find() || PATTERN.matcher(code).find()) {
            return 0;
        }
        return LITERAL.matcher(code).results().map(it -> it.group(1)).filter(it -> !NO_SENTENCE.matcher(it).find())
                .filter(SpokenEnglishTest::isSpeech).count();
    }

    private static boolean isSpeech(String literal) {
        return WORD.matcher(literal.replaceAll("\\\\.", " ")).results().count() >= 3 && SPEECH.matcher(literal).find();
    }
}
