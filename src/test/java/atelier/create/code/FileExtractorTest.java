package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ExtractedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Cases stand in `answers/*.txt`: `@@ title`, the answer, then lines of what must come out of it.
class FileExtractorTest {
    private record Case(String title, String answer, List<String> expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyHabitOfModelsIsUnderstood(String title, Object given) {
        var one = (Case) given;
        var extraction = FileExtractor.extract(one.answer());
        var windows = FileExtractor.extract(one.answer().replace("\n", "\r\n"));

        assertThat(facts(extraction, one)).as(title).containsExactlyElementsOf(one.expected());
        assertThat(windows).as("with the line ends of Windows").isEqualTo(extraction);
    }

    /// Only the kinds of facts the case asks about, so that a case stays short.
    private static List<String> facts(Extraction extraction, Case one) {
        var facts = new ArrayList<String>();
        for (var file : extraction.files()) {
            facts.add("file " + file.path() + " " + file.language() + (file.truncated() ? " truncated" : ""));
        }
        for (var rejected : extraction.rejected()) {
            facts.add("rejected " + rejected.path());
        }
        for (var line : one.expected()) {
            check(line, extraction, facts);
        }
        return facts;
    }

    private static void check(String line, Extraction extraction, List<String> facts) {
        var words = line.split(" ", 3);
        boolean holds = switch (words[0]) {
            case "has" -> content(extraction, words[1]).contains(words[2]);
            case "lacks" -> !content(extraction, words[1]).contains(words[2]);
            case "says" -> extraction.explanation().contains(line.substring(5));
            case "silent" -> !extraction.explanation().contains(line.substring(7));
            default -> false;
        };
        if (holds) {
            facts.add(line);
        }
    }

    private static String content(Extraction extraction, String path) {
        return extraction.files().stream().filter(file -> file.path().equals(path)).map(ExtractedFile::content)
                .findFirst().orElse("");
    }

    static Stream<Arguments> cases() {
        return Stream.of("fences", "names", "other-styles", "guesses", "json").flatMap(FileExtractorTest::read)
                .map(one -> Arguments.of(one.title(), one));
    }

    private static Stream<Case> read(String file) {
        try (var in = FileExtractorTest.class.getResourceAsStream("/answers/" + file + ".txt")) {
            assertThat(in).as(file).isNotNull();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^@@ ", -1)).filter(part -> !part.isBlank()).map(FileExtractorTest::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String part) {
        int first = part.indexOf('\n');
        int mark = part.indexOf("\n@= ");
        var answer = mark < 0 ? part.substring(first + 1) : part.substring(first + 1, mark);
        var expected = part.substring(mark).lines().filter(line -> line.startsWith("@= "))
                .map(line -> line.substring(3)).toList();
        return new Case(part.substring(0, first).strip(), answer, expected);
    }

    @Test
    void namesAreKnownWhileTheAnswerGrows() {
        assertThat(FileExtractor.namesSoFar("### main.py\n```python\nprint(1)\n```\n\n### snake.py\n```python\nx ="))
                .containsExactly("main.py", "snake.py");
    }
}
