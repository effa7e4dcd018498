package atelier.create.song;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/// Tables kept as text files beside this package; `#` begins a remark.
final class Lines {
    private Lines() {}

    static Stream<String> of(String name) {
        return text(name).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    static String text(String name) {
        try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream("/atelier/create/song/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
