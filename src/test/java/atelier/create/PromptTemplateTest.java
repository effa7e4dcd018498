package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {
    private static final Path FOLDER = Path.of("src/main/resources/prompts");

    private static List<String> names(String prefix) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3)).sorted().toList();
        }
    }

    @Test
    void everyPromptLoadsAndHasAVersionAndLeavesNoPlaceOpen() throws IOException {
        for (var name : names("")) {
            var prompt = PromptTemplate.load(name);
            assertThat(prompt.id()).matches("[a-z0-9-]+@[0-9]+");
            assertThat(prompt.fill(Map.of())).as(name).isNotBlank().doesNotContain("{{", "---\nversion");
        }
    }

    @Test
    void everyPromptOfATaskSaysHowToDraw() throws IOException {
        assertThat(names("").stream().filter(name -> !name.contains("/")))
                .allMatch(name -> PromptTemplate.load(name).sampling().temperature() != null);
    }

    @Test
    void everyCombinationOfCodeIsFilledCompletely() throws IOException {
        var template = PromptTemplate.load("code");
        var languages = names("code/language-");
        var others = Stream.of(names("code/framework-"), names("code/target-"), names("code/complexity-")).toList();
        assertThat(languages.size()).isGreaterThan(11);
        assertThat(others).allMatch(some -> some.size() > 2);
        for (var language : languages) {
            for (var framework : others.get(0)) {
                for (var target : others.get(1)) {
                    var guidance = PromptTemplate.load(language).fill(Map.of()) + PromptTemplate.load(framework)
                            .fill(Map.of()) + PromptTemplate.load(target).fill(Map.of());
                    assertThat(template.fill(Map.of("language", language, "framework", framework, "target", target,
                            "complexity", "basic", "guidance", guidance))).doesNotContain("{{", "}}")
                            .contains(guidance);
                }
            }
        }
    }

    @Test
    void fragmentsAreFoundBySpellingsPeopleUse() {
        assertThat(Stream.of("C++", "c#", "Python", "rust").map(it -> PromptTemplate.fragment("code", "language", it)))
                .allMatch(found -> found.isPresent());
        assertThat(PromptTemplate.fragment("code", "language", "../talk")).isEmpty();
        assertThat(PromptTemplate.fragment("code", "framework", "Spring Boot")).isPresent();
    }
}
