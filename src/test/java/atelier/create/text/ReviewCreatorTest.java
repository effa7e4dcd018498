package atelier.create.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.create.Artifact;
import atelier.create.Check;
import atelier.create.Creation;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench.Material;
import atelier.intent.CodeBrief;
import atelier.intent.Intent;
import atelier.language.Language;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewCreatorTest {
    private static final Material APP = new Material("app.py", "import os\n\ndef f(x):\n    return x + 1\n");

    private final ScriptedRouter router = new ScriptedRouter();
    private final List<String> progress = new ArrayList<>();

    private Creation review(String words, Material... materials) {
        return new ReviewCreator(router).create(new Intent.ReviewCode(words, CodeBrief.SILENT),
                ScriptedRouter.bench(progress, materials));
    }

    @Test
    void findingsComeWorstFirstWithPlacesThatExistAndAPatch() {
        router.says(
                """
                        {"summary": "Adds one.", "findings": [
                        {"severity": "low", "file": "app.py", "line": 1, "problem": "unused import", "fix": "remove it"},
                        {"severity": "critical", "file": "src/app.py", "line": 400, "problem": "wrong", "fix": ""}],
                        "good": ["short"], "edits": [{"file": "app.py", "line": 9, "before": "    return x + 1", "after": "    return x + 2"}]}
                        """);
        var creation = review("check this", APP);
        assertThat(creation.text()).startsWith("Adds one.").containsSubsequence(
                "\uD83D\uDD34 **critical** \u00B7 `app.py` \u00B7 wrong",
                "\uD83D\uDFE2 **low** \u00B7 `app.py:1` \u00B7 unused import \u2192 remove it",
                "git apply review.patch");
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("review.patch");
        assertThat(new String(creation.files().getFirst().content(), StandardCharsets.UTF_8)).contains("--- a/app.py",
                "-    return x + 1", "+    return x + 2");
        assertThat(creation.checks()).allMatch(Check::passed);
        assertThat(router.asked().getFirst().prompt().schema()).contains("\"severity\"");
        assertThat(progress).allMatch(shown -> shown.startsWith("Reviewing") || shown.length() < 3);
    }

    @Test
    void markdownIsReadAsWell() {
        router.says("""
                It adds one.

                1. **High** \u2014 `app.py` line 4: may overflow
                   so check it
                - **[low]** app.py:1 unused import

                ```diff
                --- app.py
                +++ app.py
                @@ -1,2 +1,1 @@
                -import os
                -
                 def f(x):
                ```
                """);
        var creation = review("", APP);
        assertThat(creation.text()).startsWith("It adds one.").containsSubsequence(
                "\uD83D\uDFE0 **high** \u00B7 `app.py:4` \u00B7 may overflow",
                "so check it", "\uD83D\uDFE2 **low** \u00B7 `app.py:1` \u00B7 unused import");
        assertThat(creation.files()).hasSize(1);
    }

    @Test
    void aFixThatFitsNowhereOrBreaksTheCodeIsNotSent() {
        router.says(
                "{\"summary\": \"s\", \"findings\": [], \"good\": [], \"edits\": [{\"file\": \"app.py\", \"line\": 1, \"before\": \"nothing like it\", \"after\": \"x\"}]}")
                .says("{\"summary\": \"s\", \"findings\": [], \"good\": [], \"edits\": [{\"file\": \"app.py\", \"line\": 4, \"before\": \"    return x + 1\", \"after\": \"    return (x + 1\"}]}");
        for (int i = 0; i < 2; i++) {
            var creation = review("", APP);
            assertThat(creation.files()).isEmpty();
            assertThat(creation.text()).contains("could not turn the proposed fixes into a patch");
        }
    }

    @Test
    void pastedCodeGetsANameByItsLanguage() {
        router.says("**high** pasted.py line 2: bad").says("fine").says("fine");
        assertThat(review("what is wrong here?\n```\ndef f():\n    return 1 / 0\n```").text())
                .contains("`pasted.py:2`");
        review("#include <stdio.h>\nint main(void) {\n    printf(\"x\");\n    return 0;\n}");
        assertThat(router.words(0)).startsWith("what is wrong here?").contains("The file `pasted.py`");
        assertThat(router.words(1)).contains("The file `pasted.c`");
        review("is recursion bad style in general, and when should I use it?");
        assertThat(router.words(2)).doesNotContain("The file");
    }

    @Test
    void aRefusalIsNoReview() {
        router.says("I'm sorry, but I can't help with that.");
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> review("x", APP))
                .withMessageContaining("declined");
    }

    /// Small models in a loop open one fence after the other; each was once looked for to the end of the answer.
    @Test
    void fencesThatNeverCloseAreReadInOnePass() {
        var loop = "```x\n~~~~y\n".repeat(100_000);
        assertThat(ReviewSheet.of(loop).findings()).isEmpty();
        assertThat(Pasted.of(loop, null).code()).hasSizeLessThan(2);
        assertThat(SuggestedCommands.in("```python\nx\n".repeat(50_000), Phrases.of(Language.ENGLISH)).worst())
                .isNull();
        assertThat(Pasted.of("Look:\n````md\na\n```\nb\n````\nand\n~~~ app.py\nc\n~~~", null).code())
                .containsExactly(new Material("pasted.txt", "a\n```\nb\n"), new Material("app.py", "c\n"));
    }
}
