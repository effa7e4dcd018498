package atelier.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlayablePageTest {
    @Test
    void aPageTakesItsOwnScriptsAndStylesIn() {
        var page = page(file("web/index.html", """
                <!DOCTYPE html><html><head><link rel="stylesheet" href="./style.css?v=2">
                <script type="module" src='js/game.js'></script></head><body></body></html>"""),
                file("web/style.css", "body { color: red }"),
                file("web/js/game.js", "const end = '</script>'; // $1 \\ stays"));

        assertThat(page).startsWith("<!DOCTYPE html><html><head>").contains("<style>body { color: red }</style>")
                .contains("<script type=\"module\">const end = '<\\/script>'; // $1 \\ stays</script>")
                .doesNotContain("src=").doesNotContain("href=");
    }

    @Test
    void theNearestPageIsTakenAndWhatIsNotThereStaysAsItIs() {
        var page = page(file("docs/index.html", "far"),
                file("index.html", "<script src=\"missing.js\"></script><script src=\"//cdn/x.js\"></script>"));

        assertThat(page).contains("src=\"missing.js\"").contains("src=\"//cdn/x.js\"").doesNotContain("far");
    }

    @Test
    void withoutAPageThereIsNothingToPlay() {
        assertThat(PlayablePage.of(List.of(file("main.py", "print()")))).isEmpty();
        assertThat(PlayablePage.of(List.of())).isEmpty();
    }

    @Test
    void aPageThatIsTooLargeIsNotServed() {
        assertThat(PlayablePage.of(List.of(file("index.html", "x".repeat(9 << 20))))).isEmpty();
    }

    @Test
    void aFileNamedThousandsOfTimesFillsNoMemory() {
        assertThat(PlayablePage.of(List.of(file("index.html", "<script src=a.js></script>".repeat(20_000)),
                file("a.js", "x".repeat(1 << 20))))).isEmpty();
        assertThat(PlayablePage.of(List.of(file("index.html", "<link rel=stylesheet href=a.css>".repeat(20_000)),
                file("a.css", "x".repeat(1 << 20))))).isEmpty();
    }

    @Test
    void hostilePagesTakeNoMoreTimeThanTheirLength() {
        for (var piece : List.of("<script ", "<link ", "<script src=", "<head ", "<script src=a.js>",
                "<script\tsrc = '", "<script" + " src=a".repeat(50) + "b".repeat(200))) {
            assertThat(PlayablePage.of(List.of(file("index.html", piece.repeat(100_000 / piece.length())))))
                    .isPresent();
        }
    }

    private static String page(Artifact... files) {
        return new String(PlayablePage.of(List.of(files)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Artifact file(String path, String text) {
        return new Artifact(path, "text/html", text.getBytes(StandardCharsets.UTF_8));
    }
}
