package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.Zip;
import atelier.create.check.ProjectChecks;
import atelier.language.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Prints what it takes from the last token to the files, while pieces arrive, and when the answer doubles. Run by hand:
/// it proves nothing on a busy machine.
public final class ExtractionBenchmark {
    private static final int ROUNDS = 400;

    private ExtractionBenchmark() {}

    public static void main(String[] arguments) {
        lastTokenToFiles();
        pieces();
        doubling();
    }

    private static void lastTokenToFiles() {
        var answer = project(30, 60);
        measured("30 files, " + answer.length() + " characters, extracted", ROUNDS,
                () -> FileExtractor.extract(answer));
        measured("the same, extracted, checked and zipped", ROUNDS / 8, () -> {
            var files = FileExtractor.extract(answer).files();
            var report = ProjectChecks.run(files, List.of());
            Zip.of(files.stream().map(ExtractedFile::artifact).toList(), report.checks());
        });
    }

    private static void measured(String what, int rounds, Runnable work) {
        var nanos = new long[rounds];
        for (int i = 0; i < rounds * 2; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i % rounds] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%s: p50 %.2f ms, p99 %.2f ms%n", what, nanos[rounds / 2] / 1e6,
                nanos[rounds * 99 / 100] / 1e6);
    }

    private static void pieces() {
        for (var kind : List.of("files", "one file", "prose", "json")) {
            var answer = switch (kind) {
                case "files" -> project(70, 100);
                case "one file" -> project(1, 7_300);
                case "prose" -> "Words and words and words again.\n".repeat(6_200);
                default ->
                    "{\"files\":[{\"path\":\"a.py\",\"content\":\"" + "value = compute(1)\\n".repeat(10_000) + "\"}]}";
            };
            var shown = new int[1];
            var progress = new Progress("", Phrases.of(atelier.language.Language.ENGLISH), _ -> shown[0]++);
            long start = System.nanoTime();
            var whole = new StringBuilder();
            long building = 0;
            for (int at = 0; at < answer.length(); at += 4) {
                long before = System.nanoTime();
                whole.append(answer, at, Math.min(answer.length(), at + 4));
                var text = whole.toString();
                building += System.nanoTime() - before;
                progress.accept(text);
            }
            System.out.printf(Locale.ROOT,
                    "%d characters (%s) in pieces of 4: %.0f ms for all progress, shown %d times%n",
                    answer.length(), kind, (System.nanoTime() - start - building) / 1e6, shown[0]);
        }
    }

    /// Twice the answer should cost about twice the time.
    private static void doubling() {
        for (var part : List.of("### a.py\n```python\nx = 1\n```\n\n", "prose and more of it\n",
                "FILE: a.py\nx = 1\n\n",
                "<file path=\"a.py\">\nx = 1\n</file>\n", "{\"path\":\"a.py\",\"content\":\"x = 1\"}\n", "```\n",
                "```md\n",
                "{\"files\":[", "<file path=\"a.py\">\n", "### a.py (continued)\n```python\nx = 1\n```\n",
                "```diff\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x = 1\n+x = 1 \n```\n")) {
            var head = "### a.py\n```python\n" + "x = 1\n".repeat(1_000) + "```\n";
            var once = millis(head + part.repeat(500_000 / part.length()));
            var twice = millis(head + part.repeat(1_000_000 / part.length()));
            System.out.printf(Locale.ROOT, "%-28s 0.5 MB %.0f ms, 1 MB %.0f ms, ratio %.1f%n",
                    part.lines().findFirst().orElse(""), once, twice, twice / once);
        }
    }

    private static double millis(String answer) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            FileExtractor.extract(answer);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static String project(int files, int lines) {
        var answer = new StringBuilder("Here is the project.\n\n");
        for (int i = 0; i < files; i++) {
            answer.append("### `src/module_").append(i).append(".py`\n\n```python\n");
            for (int line = 0; line < lines; line++) {
                answer.append("value_").append(line).append(" = compute(").append(i).append(")\n");
            }
            answer.append("```\n\nThat was a module.\n\n");
        }
        return answer.toString();
    }
}
