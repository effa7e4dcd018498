package atelier.create.check;

import atelier.create.check.Syntax.Broken;
import atelier.create.check.Syntax.Parses;
import atelier.create.check.Syntax.Skipped;
import atelier.language.Sentence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// JSON, YAML and XML by real parsers.
final class WellFormed {
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    /// Files of TypeScript and editors that allow comments.
    private static final JsonMapper JSON_WITH_COMMENTS = JSON.rebuild()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int SHOWN = 160;

    private WellFormed() {}

    static Syntax of(String language, String path, String content) {
        if (isLoose(path)) {
            return new Skipped(Sentence.of("check.skip.format"));
        }
        return switch (language) {
            case "json" -> json(path, content);
            case "yaml" -> yaml(content);
            default -> xml(content);
        };
    }

    /// Scenes of Godot are sorted with XML by their ending but are a format of their own.
    private static boolean isLoose(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tscn") || lower.endsWith(".tres") || lower.endsWith(".json5");
    }

    static Syntax json(String path, String content) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        boolean comments = name.startsWith("tsconfig") || name.startsWith("jsconfig") || name.endsWith(".jsonc")
                || path.contains(".vscode/");
        try {
            (comments ? JSON_WITH_COMMENTS : JSON).readValue(content, JsonNode.class);
            return new Parses();
        } catch (JsonProcessingException e) {
            return broken("JSON", e);
        }
    }

    private static Syntax yaml(String content) {
        try (var parser = YAML.getFactory().createParser(content)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
            return new Parses();
        } catch (JsonProcessingException e) {
            // Keys that are lists or maps are YAML, only this parser does not take them.
            boolean isRare = e.getOriginalMessage().startsWith("Expected a field name");
            return isRare || isTemplate(content)
                    ? new Skipped(Sentence.of("check.skip.yaml"))
                    : broken("YAML", e);
        } catch (IOException | RuntimeException e) {
            return isTemplate(content) ? new Skipped(Sentence.of("check.skip.yaml")) : broken("YAML", 0, "");
        }
    }

    private static boolean isTemplate(String content) {
        return content.contains("{{") || content.contains("{%");
    }

    private static Broken broken(String format, JsonProcessingException e) {
        var location = e.getLocation();
        return broken(format, location == null ? 0 : location.getLineNr(),
                e.getOriginalMessage().lines().findFirst().orElse(""));
    }

    private static Broken broken(String format, int line, String message) {
        return new Broken(Math.max(0, line), message.isEmpty()
                ? Sentence.of("check.invalid", "format", format)
                : Sentence.of("check.invalid.why", "format", format, "why",
                        message.length() > SHOWN ? message.substring(0, SHOWN) + "\u2026" : message));
    }

    /// External entities and document types are not followed; expansion is bounded by the platform.
    private static Syntax xml(String content) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var handler = new DefaultHandler() {
                @Override
                public InputSource resolveEntity(String publicId, String systemId) {
                    return new InputSource(new StringReader(""));
                }
            };
            factory.newSAXParser().parse(new InputSource(new StringReader(content.strip())), handler);
            return new Parses();
        } catch (SAXParseException e) {
            int before = (int) content.chars().limit(content.length() - content.stripLeading().length())
                    .filter(c -> c == '\n').count();
            return broken("XML", e.getLineNumber() + before, String.valueOf(e.getMessage()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return broken("XML", 0, "");
        }
    }
}
