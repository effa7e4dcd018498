package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.ScriptedRouter;
import atelier.create.Workbench.Material;
import atelier.create.text.ReviewCreator;
import atelier.intent.CodeBrief;
import atelier.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A review by servers that do not keep to a schema, or know of none.
class StructuredAnswerTest {
    private static final Material APP = new Material("app.py", "import os\n\ndef f(x):\n    return x + 1\n");
    private static final String FINDINGS = "\"findings\": [{\"severity\": \"high\", \"file\": \"app.py\", \"line\": 4, "
            + "\"problem\": \"off by one\", \"fix\": \"take one off\"}]";
    private static final String EDITS = "\"edits\": [{\"file\": \"app.py\", \"line\": 4, "
            + "\"before\": \"    return x + 1\", \"after\": \"    return x\"}]";

    private final Servers servers = new Servers();

    @BeforeEach
    void look() {
        servers.health.refresh();
    }

    @AfterEach
    void close() {
        servers.close();
    }

    private Creation review() {
        return new ReviewCreator(servers.router).create(new Intent.ReviewCode("check this", CodeBrief.SILENT),
                ScriptedRouter.bench(new ArrayList<>(), APP));
    }

    private static void isReview(Creation creation) {
        assertThat(creation.text()).contains("**high** · `app.py:4` · off by one");
        assertThat(creation.files()).extracting(Artifact::path).containsExactly("review.patch");
    }

    @Test
    void whereTheSchemaIsRefusedThePromptAloneBringsTheReview() {
        servers.ollama.refusesSchemas(400,
                "{\"error\":\"json: cannot unmarshal object into Go struct field ChatRequest.format of type string\"}")
                .answers("{\"summary\": \"Adds.\", " + FINDINGS + ", " + EDITS + "}");

        var creation = review();

        isReview(creation);
        assertThat(creation.answeredBy()).extracting("provider").isEqualTo("ollama");
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void whereTheSchemaIsIgnoredSloppyJsonIsRead() {
        servers.ollama.answers("Sure! Here is the review:\n```json\n{\"review\": {'summary': 'Adds.', // short\n"
                + FINDINGS + ", " + EDITS + ",}\n```\nHope that helps.");

        isReview(review());
    }

    @Test
    void aReviewThatBreaksOffStillShowsItsFindings() {
        servers.ollama.answers("{\"summary\": \"Adds.\", " + FINDINGS + ", \"good\": [\"sho");

        var creation = review();

        assertThat(creation.text()).contains("off by one").doesNotContain("{", "\"severity\"");
        assertThat(List.copyOf(creation.files())).isEmpty();
    }
}
