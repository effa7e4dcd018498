package atelier.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The files sentences stand in: `<area>/<language>.properties`, in UTF-8, keys without their area.
final class Bundles {
    private Bundles() {}

    /// The sentences by whole key; none if there is no such file.
    static Map<String, String> read(String area, Language language) {
        var properties = new Properties();
        try (var file = Bundles.class.getResourceAsStream("%s/%s.properties".formatted(area, language.code()))) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> area + "." + name, properties::getProperty));
    }
}
