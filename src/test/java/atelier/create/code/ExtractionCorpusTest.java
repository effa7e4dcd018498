package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ExtractedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How many answers of the corpus give exactly the files that are in them.
class ExtractionCorpusTest {
    @Test
    void theFilesOfTheCorpusComeOutExactly() {
        int files = 0;
        int wrong = 0;
        var failing = new ArrayList<String>();
        var cases = AnswerCorpus.all();
        for (var one : cases) {
            var found = FileExtractor.extract(one.answer());
            int bad = wrong(one, found.files());
            files += one.files().size();
            wrong += bad;
            if (bad > 0 || !others(one, found)) {
                failing.add(one.id());
                if (Boolean.getBoolean("corpus.verbose")) {
                    System.out.println("---- " + one.id() + "\n" + found + "\nexpected " + one.files());
                }
            }
        }
        System.out.printf(
                "extraction corpus: %d answers, %d files, exact %.2f %%, wrong or missing %.2f %%, failing %s%n",
                cases.size(), files, 100.0 * (files - Math.min(files, wrong)) / files, 100.0 * wrong / files, failing);

        assertThat(failing).isEmpty();
    }

    /// Files missing, wrong in content or mark, or not expected at all.
    private static int wrong(AnswerCorpus.Case one, List<ExtractedFile> found) {
        Map<String, ExtractedFile> byPath = new HashMap<>(
                found.stream().collect(Collectors.toMap(ExtractedFile::path, it -> it)));
        int wrong = 0;
        for (var expected : one.files()) {
            var file = byPath.remove(expected.path());
            if (file == null || !file.content().equals(expected.content())
                    || file.truncated() != expected.truncated()) {
                wrong++;
            }
        }
        return wrong + byPath.size();
    }

    private static boolean others(AnswerCorpus.Case one, Extraction found) {
        var rejected = found.rejected().stream().map(Extraction.Rejected::path).toList();
        return rejected.equals(one.rejected()) && one.said().stream().allMatch(found.explanation()::contains);
    }
}
