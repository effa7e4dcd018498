package atelier.create.check;

import atelier.create.ExtractedFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> PARSED = Set.of("json", "yaml", "xml");
    private static final YAMLMapper YAML = new YAMLMapper();

    private WellFormed() {}

    /// Adds what does not parse; says how many files there was a parser for.
    static int check(List<ExtractedFile> files, List<Finding> findings) {
        int parsed = 0;
        for (var file : files) {
            if (file.truncated() || file.content().isBlank()) {
                continue;
            }
            var language = file.language();
            if (!PARSED.contains(language) || isLoose(file)) {
                continue;
            }
            parsed++;
            var problem = switch (language) {
                case "json" -> json(file);
                case "yaml" -> yaml(file.content());
                default -> xml(file.content());
            };
            if (problem != null) {
                findings.add(new Finding(ProjectChecks.PARSES, file.path(), problem));
            }
        }
        return parsed;
    }

    /// Scenes of Godot are sorted with XML by their ending but are a format of their own.
    private static boolean isLoose(ExtractedFile file) {
        var path = file.path().toLowerCase(Locale.ROOT);
        return path.endsWith(".tscn") || path.endsWith(".tres") || path.endsWith(".json5");
    }

    private static @Nullable String json(ExtractedFile file) {
        var name = file.path().substring(file.path().lastIndexOf('/') + 1);
        boolean comments = name.startsWith("tsconfig") || name.startsWith("jsconfig") || name.endsWith(".jsonc")
                || file.path().contains(".vscode/");
        return read(comments ? JSON_WITH_COMMENTS : JSON, file.content(), "JSON");
    }

    private static @Nullable String yaml(String content) {
        try (var parser = YAML.getFactory().createParser(content)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
            return null;
        } catch (JsonProcessingException e) {
            return sentence("YAML", e);
        } catch (IOException | RuntimeException e) {
            return "is not valid YAML";
        }
    }

    private static @Nullable String read(ObjectMapper mapper, String content, String format) {
        try {
            mapper.readValue(content, JsonNode.class);
            return null;
        } catch (JsonProcessingException e) {
            return sentence(format, e);
        }
    }

    private static String sentence(String format, JsonProcessingException e) {
        var location = e.getLocation();
        var line = location == null ? "" : " (line " + location.getLineNr() + ")";
        var message = e.getOriginalMessage().lines().findFirst().orElse("");
        return "is not valid " + format + line + ": " + (message.length() > 160 ? message.substring(0, 160) : message);
    }

    /// Document types and external entities are not followed.
    private static @Nullable String xml(String content) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.newSAXParser().parse(new InputSource(new StringReader(content)), new DefaultHandler());
            return null;
        } catch (SAXParseException e) {
            var message = String.valueOf(e.getMessage());
            return message.contains("DOCTYPE")
                    ? "declares a document type, which is not followed"
                    : "is not valid XML (line " + e.getLineNumber() + "): " + message;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return "is not valid XML";
        }
    }
}
