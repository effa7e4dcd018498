package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.SafePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds for every answer, however damaged. `-Dextraction.answers=100000` looks at more of them.
class ExtractionPropertyTest {
    private static final int ANSWERS = Integer.getInteger("extraction.answers", 5_000);
    private static final Pattern NAME = Pattern.compile("\\b[a-z]\\d{0,4}\\.[a-z]{1,4}\\b");

    /// The words behind a fence are markup.
    private static final Pattern BEHIND_FENCE = Pattern.compile("(```|~~~)[^\\r\\n]*");

    @Test
    void noTextIsLostAndNoPathIsUnsafeHoweverAnAnswerIsDamaged() {
        var answers = new HostileAnswers(20);
        long characters = 0;
        int files = 0;
        int refused = 0;
        var lost = new ArrayList<String>();
        long start = System.nanoTime();
        for (int i = 0; i < ANSWERS; i++) {
            var answer = answers.next();
            var found = FileExtractor.extract(answer);
            characters += answer.length();
            files += found.files().size();
            refused += found.rejected().size();
            found.files().forEach(
                    file -> assertThat(SafePath.of(file.path())).isEqualTo(new SafePath.Safe(file.path())));
            if (found.rejected().isEmpty() && !repeats(answer) && !missing(answer, found).isEmpty()) {
                lost.add(answer);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "extraction property: %d answers, %.1f MB, %d files, %d refused, %d with lost text, %d ms in all%n",
                ANSWERS,
                characters / 1e6, files, refused, lost.size(), millis);

        assertThat(lost).as("answers of which a word is neither in a file nor in the explanation").isEmpty();
    }

    /// A name given twice stands for a correction, of which only the later one is kept.
    private static boolean repeats(String answer) {
        var names = new HashSet<String>();
        return NAME.matcher(answer).results().anyMatch(name -> !names.add(name.group()));
    }

    private static Set<String> missing(String answer, Extraction found) {
        var kept = words(found.explanation());
        found.files().forEach(file -> kept.addAll(words(file.content())));
        var missing = words(BEHIND_FENCE.matcher(answer).replaceAll("$1"));
        missing.removeAll(kept);
        return missing;
    }

    private static Set<String> words(String text) {
        return HostileAnswers.WORD.matcher(text).results().map(word -> word.group()).collect(Collectors.toSet());
    }

    @Test
    void tenThousandFilesAreCappedWithASentence() {
        var answer = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            answer.append("### m").append(i).append(".py\n```python\nx = ").append(i).append("\n```\n");
        }

        var found = FileExtractor.extract(answer.toString());

        assertThat(found.files()).hasSize(FileSet.MOST);
        assertThat(found.rejected()).singleElement().satisfies(one -> {
            assertThat(one.path()).isEqualTo("m1000.py");
            assertThat(one.reason()).isEqualTo("and 8999 more are beyond the limit of 1000 files in one answer");
        });
    }
}
