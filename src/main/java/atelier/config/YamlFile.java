package atelier.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads `config.yml` node by node, so that each value keeps its line and nothing is converted behind our back (a token of
/// digits stays text, `off` stays `off`).
final class YamlFile {
    private static final int DEEPEST = 6;

    private final String name;
    private final Given given;

    private YamlFile(String name, Given given) {
        this.name = name;
        this.given = given;
    }

    static void read(Path file, Given given) {
        String name = String.valueOf(file.getFileName());
        try {
            new YamlFile(name, given).readText(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) {
            given.mistake(new Place(name, 0), "the file", "is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException _) {
            given.mistake(new Place(name, 0), "the file", "cannot be read",
                    "Check that " + file.toAbsolutePath().normalize() + " exists and that Atelier may read it.");
        }
    }

    private void readText(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode settings) {
                readSection("", settings, 0);
            } else if (root != null) {
                given.mistake(place(root), "the file", "is not a list of settings",
                        "Write one setting a line, as `key: value`.");
            }
        } catch (MarkedYAMLException e) {
            // Its own message quotes the line, and with it perhaps a secret.
            given.mistake(line(e.getProblemMark() == null ? 0 : e.getProblemMark().getLine()), "the file",
                    "is not YAML: " + e.getProblem(), remedyFor(String.valueOf(e.getProblem())));
        } catch (YAMLException _) {
            given.mistake(new Place(name, 0), "the file", "holds characters YAML does not allow",
                    "Write it anew as plain text.");
        }
    }

    private static String remedyFor(String problem) {
        return problem.toUpperCase(Locale.ROOT).contains("TAB")
                ? "Indent with spaces instead of tabs."
                : "Check the indentation, and put values with special characters in quotes.";
    }

    private void readSection(String prefix, MappingNode section, int depth) {
        for (NodeTuple tuple : section.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode keyNode) {
                readValue(prefix + keyNode.getValue(), keyNode, tuple.getValueNode(), depth);
            } else {
                given.mistake(place(tuple.getKeyNode()), "the key", "is not a word", "Write `key: value`.");
            }
        }
    }

    private void readValue(String key, Node keyNode, Node value, int depth) {
        switch (value) {
            // An alias may lead back to where it came from; nothing of ours is that deep.
            case MappingNode _ when depth == DEEPEST -> given.mistake(place(keyNode), key, "is nested too deep",
                    "config.example.yml shows where each setting stands.");
            case MappingNode section -> readSection(key + ".", section, depth + 1);
            case SequenceNode list -> put(key, keyNode, itemsOf(list), true);
            case ScalarNode scalar -> put(key, keyNode, scalarText(scalar), false);
            default -> given.mistake(place(keyNode), key, "is not a value", "Write a text, a number or a list.");
        }
    }

    private void put(String key, Node keyNode, @Nullable String text, boolean list) {
        if (text == null) {
            given.mistake(place(keyNode), key, "is a list that holds more than words", "Write one `- value` a line.");
            return;
        }
        Entry before = given.entries().putIfAbsent(key, new Entry(text.strip(), list, place(keyNode)));
        if (before != null) {
            given.mistake(place(keyNode), key, "is set twice", "Delete one of the two; the other is at "
                    + before.place() + ".");
        }
    }

    private static @Nullable String itemsOf(SequenceNode list) {
        List<Node> nodes = list.getValue();
        return nodes.stream().allMatch(ScalarNode.class::isInstance)
                ? String.join(",", nodes.stream().map(node -> scalarText((ScalarNode) node)).toList())
                : null;
    }

    private static String scalarText(ScalarNode scalar) {
        boolean isNull = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && List.of("~", "null").contains(scalar.getValue());
        return isNull ? "" : scalar.getValue();
    }

    private Place place(Node node) {
        return line(node.getStartMark().getLine());
    }

    private Place line(int fromZero) {
        return new Place(name, fromZero + 1);
    }
}
