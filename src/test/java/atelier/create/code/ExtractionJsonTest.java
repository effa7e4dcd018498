package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtractionJsonTest {
    @Test
    void oneLineHoldsFilesRejectedAndExplanation() {
        var extraction = FileExtractor
                .extract("Hi \u2713\n```python a.py\nx = \"1\"\n```\n```python ../b.py\ny\n```\n```css s.css\nbody");
        assertThat(ExtractionJson.toJson(extraction)).isEqualTo(
                "{\"files\":[{\"path\":\"a.py\",\"language\":\"python\",\"truncated\":false,\"content\":\"x = \\\"1\\\"\\n\"},"
                        + "{\"path\":\"s.css\",\"language\":\"css\",\"truncated\":true,\"content\":\"body\\n\"}],"
                        + "\"rejected\":[{\"path\":\"../b.py\",\"reason\":\"leads out of its folder\"}],\"explanation\":\"Hi \u2713\"}");
    }
}
