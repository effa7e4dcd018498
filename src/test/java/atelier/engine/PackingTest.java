package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of an answer's files comes as one zip, and what comes beside it.
class PackingTest {
    private static final String FOLDERS = """
            A small package.
            ```python app/main.py
            from app.greet import hello
            hello()
            ```
            ```python app/greet.py
            def hello():
                print('hello')
            ```
            ```python app/__init__.py
            VERSION = '1'
            ```
            """;
    private static final String SITE = """
            A site.
            ```html index.html
            <!DOCTYPE html><html lang="en"><head><title>Clock</title><link rel="stylesheet" href="css/style.css"></head>
            <body><p id="t">12</p><script src="js/main.js"></script></body></html>
            ```
            ```css css/style.css
            p { color: #123456; }
            ```
            ```js js/main.js
            document.title = "ticking";
            ```
            """;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void aProjectInFoldersComesAsOneZipNamedAfterItWithItsManifest() throws IOException {
        models.says(FOLDERS);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var answer = atelier.says("ada", "/code a greeting package in Python");

            assertThat(answer.files()).containsOnlyKeys("greeting-package-python.zip");
            assertThat(unzipped(answer, "greeting-package-python.zip")).containsOnlyKeys("app/main.py", "app/greet.py",
                    "app/__init__.py", "atelier.json").extractingByKey("atelier.json").asString()
                    .contains("\"path\" : \"app/greet.py\"", "\"by\" : \"tiny\"");
        }
    }

    @Test
    void aSmallFlatProjectStaysSingleFiles() {
        models.says(FOLDERS.replace("app/", "").replace("from app.greet", "from greet"));
        try (var atelier = new TestAtelier(folder, chat, models)) {
            assertThat(atelier.says("ada", "/code a greeting package in Python").files())
                    .containsOnlyKeys("main.py", "greet.py", "__init__.py");
        }
    }

    @Test
    void aPageWhoseScriptsLieInFoldersComesReadyToOpenBesideTheZip() throws IOException {
        models.says(SITE);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var answer = atelier.says("ada", "/code a clock site in HTML");

            assertThat(answer.files()).containsOnlyKeys("clock-site-html.zip", "index.html");
            assertThat(answer.files().get("index.html")).contains("ticking", "#123456").doesNotContain("js/main.js");
            assertThat(unzipped(answer, "clock-site-html.zip")).containsKeys("index.html", "css/style.css",
                    "js/main.js");
        }
    }

    @Test
    void aGameComesWholeWithItsPageAndItsPictureBesideIt() throws IOException {
        models.fails(Failure.NO_MODEL, "No model is there.");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var answer = atelier.says("ada", "make a snake game in space");
            var zip = answer.files().keySet().stream().filter(name -> name.endsWith(".zip")).findFirst().orElseThrow();

            assertThat(answer.files()).hasSize(3).containsKeys("index.html", "levels.png");
            assertThat(answer.text().lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT))
                    .contains(zip.replace(".zip", "").split("-", -1));
            assertThat(unzipped(answer, zip)).containsOnlyKeys("index.html", "DESIGN.md", "levels.png", "design.json",
                    "DEPLOY.md", "atelier.json");
            assertThat(answer.buttons()).extracting(Button::label).contains("▶ Play");
        }
    }

    @Test
    void whatIsTakenBackComesAsItCameTheFirstTime() throws IOException {
        models.says(FOLDERS).says("```python app/greet.py\ndef hello():\n    print('HELLO')\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a greeting package in Python");
            atelier.says("ada", "add an exclamation mark");
            var back = atelier.says("ada", "/undo");

            assertThat(back.files()).containsOnlyKeys("greeting-package-python.zip");
            assertThat(unzipped(back, "greeting-package-python.zip").get("app/greet.py")).contains("'hello'");
        }
    }

    @Test
    void aLongExplanationStaysBesideTheZip() {
        models.says("Long words about it. ".repeat(2000) + "\n" + FOLDERS);
        try (var atelier = new TestAtelier(folder, chat, models)) {
            assertThat(atelier.says("ada", "/code a greeting package in Python").files()).containsOnlyKeys(
                    "greeting-package-python.zip", "greeting-package-python.md");
        }
    }

    static Map<String, String> unzipped(TestChat.Post post, String name) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var bytes = post.files().getOrDefault(name, "").getBytes(StandardCharsets.ISO_8859_1);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
