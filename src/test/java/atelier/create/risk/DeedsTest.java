package atelier.create.risk;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What commands do is said in bundles; the table and the code name it by keys.
class DeedsTest {
    private static final Path CODE = Path.of("src/main/java/atelier/create/risk/Commands.java");
    private static final Path BUNDLES = Path.of("src/main/resources/atelier/language/risk");
    private static final Pattern NAMED = Pattern.compile("Verdict\\.of\\(Risk\\.[A-Z]+, \"([a-z-]+)\"\\)");
    private static final String KEY = "does.";

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDeedIsSaidAndNoOtherWordsAreKept(Language language) throws IOException {
        var deeds = new TreeSet<>(Rules.deeds());
        deeds.addAll(ofCode());
        assertThat(said(language)).isEqualTo(deeds);
        assertThat(deeds).allMatch(it -> it.matches("[a-z]+(?:-[a-z]+)*"));
    }

    /// Otherwise one that is written another way would escape the check above.
    @Test
    void theCodeNamesEveryDeedAtOnce() throws IOException {
        var code = Files.readString(CODE);
        assertThat(code.split("Verdict\\.of\\(", -1).length - 1).isEqualTo(NAMED.matcher(code).results().count());
        assertThat(Pattern.compile("new Verdict\\((?!said)").matcher(code).results().count()).isZero();
    }

    private static Set<String> ofCode() throws IOException {
        return NAMED.matcher(Files.readString(CODE)).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> said(Language language) {
        var sentences = new Properties();
        try (var file = Files.newBufferedReader(BUNDLES.resolve(language.code() + ".properties"))) {
            sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.stringPropertyNames().stream().filter(it -> it.startsWith(KEY))
                .map(it -> it.substring(KEY.length())).collect(Collectors.toCollection(TreeSet::new));
    }
}
