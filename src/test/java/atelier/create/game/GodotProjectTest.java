package atelier.create.game;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.intent.Complexity;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What Godot looks up by name is there: scenes, scripts, nodes, functions. No Godot 4 is at hand to ask.
class GodotProjectTest {
    private static final Pattern PATH = Pattern.compile("\"?res://([^\"\\s)]+)\"?");
    private static final Pattern RESOURCE = Pattern
            .compile("\\[ext_resource [^\\]]*path=\"res://([^\"]+)\"[^\\]]*id=\"([^\"]+)\"\\]");
    private static final Pattern NODE = Pattern
            .compile("\\[node name=\"([^\"]+)\"(?: type=\"\\w+\")?(?: parent=\"([^\"]+)\")?");
    private static final Pattern CONNECTION = Pattern.compile("\\[connection [^\\]]*method=\"(\\w+)\"");
    private static final Pattern USED = Pattern.compile("ExtResource\\(\"([^\"]+)\"\\)");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^(?:static )?func (\\w+)\\(");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:var|const) (\\w+)");
    private static final Pattern STAGE = Pattern.compile("\\bstage\\.(?!gd\\b)(\\w+)");
    private static final Pattern PAINT = Pattern.compile("\\bPaint\\.(\\w+)");
    private static final Pattern RULES = Pattern.compile("\\brules\\.(?!gd\\b)(\\w+)");

    @ParameterizedTest
    @EnumSource
    void everythingThatIsNamedIsThere(Archetype archetype) {
        var files = files(hostile(archetype));
        files.forEach((path, text) -> {
            if (!path.endsWith(".json") && !path.endsWith(".md")) {
                assertThat(
                        PATH.matcher(text).results().map(one -> one.group(1)).filter(one -> !one.equals("design.json")))
                        .as(path).isSubsetOf(files.keySet());
            }
        });
        var scene = files.getOrDefault("main.tscn", "");
        var ids = new HashSet<>(RESOURCE.matcher(scene).results().map(one -> one.group(2)).toList());
        assertThat(ids).isNotEmpty();
        assertThat(USED.matcher(scene).results().map(one -> one.group(1))).isNotEmpty().isSubsetOf(ids);
        var nodes = new HashSet<>();
        NODE.matcher(scene).results().forEach(one -> {
            assertThat(
                    nodes.isEmpty() ? one.group(2) == null : one.group(2).equals(".") || nodes.contains(one.group(2)))
                    .as("parent of %s", one.group(1)).isTrue();
            nodes.add(one.group(1));
        });
        assertThat(nodes).isNotEmpty();
        assertThat(names(CONNECTION, scene)).isSubsetOf(names(FUNCTION, files.getOrDefault("scripts/stage.gd", "")));
    }

    @ParameterizedTest
    @EnumSource
    void scriptsCallOnlyWhatTheOthersHave(Archetype archetype) {
        var files = files(Designs.sample(archetype, Complexity.ADVANCED, 5));
        var stage = files.getOrDefault("scripts/stage.gd", "");
        var rules = files.getOrDefault("scripts/rules.gd", "");
        assertThat(names(STAGE, rules)).isNotEmpty().isSubsetOf(members(stage));
        assertThat(names(PAINT, rules + stage)).isNotEmpty()
                .isSubsetOf(members(files.getOrDefault("scripts/paint.gd", "")));
        assertThat(names(RULES, stage)).isNotEmpty().isSubsetOf(members(rules));
        // Indented by tabs alone: a mixture is an error to Godot.
        assertThat((stage + rules).lines().filter(line -> line.startsWith(" "))).isEmpty();
    }

    private static Set<String> members(String script) {
        var members = names(FUNCTION, script);
        members.addAll(names(VARIABLE, script));
        return members;
    }

    private static Set<String> names(Pattern pattern, String text) {
        return new HashSet<>(pattern.matcher(text).results().map((MatchResult one) -> one.group(1)).toList());
    }

    private static Map<String, String> files(GameDesign design) {
        var files = new HashMap<String, String>();
        Skeletons.files(GameEngine.GODOT, design)
                .forEach(file -> files.put(file.path(), new String(file.content(), StandardCharsets.UTF_8)));
        return files;
    }

    /// With a title that nobody should give a game.
    static GameDesign hostile(Archetype archetype) {
        var plain = Designs.sample(archetype, Complexity.ADVANCED, 5);
        return new GameDesign("</script>\"\"\"';\\ %s {0} $x \u202e🦊\n" + "y".repeat(5_000), plain.description(),
                archetype,
                plain.complexity(), plain.story(), plain.mechanics(), plain.protagonist(), plain.others(),
                plain.levels(),
                plain.look(), plain.language(), plain.seed());
    }
}
