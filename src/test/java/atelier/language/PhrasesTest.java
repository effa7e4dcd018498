package atelier.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/atelier/language");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void speaksTheLanguageOfTheLocale() {
        assertThat(Phrases.of(Locale.GERMANY).say("account.language.auto", "platform", "Discord"))
                .isEqualTo("Ich richte mich wieder nach der Sprache, die du bei Discord eingestellt hast.");
        assertThat(Phrases.of(Locale.forLanguageTag("pt-BR")).language()).isEqualTo(Language.PORTUGUESE);
        assertThat(Phrases.of(Locale.forLanguageTag("zh-TW")).language()).isEqualTo(Language.CHINESE);
    }

    @Test
    void anUnspokenLanguageIsAnsweredInEnglish() {
        assertThat(Phrases.of(Locale.JAPANESE).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatPeopleWroteIsNeverReadAsAPattern() {
        assertThat(Phrases.of(Locale.ENGLISH).say("account.language.which", "asked", "{0} '{'", "languages", "English"))
                .contains("\"{0} '{'\"");
    }

    @Test
    void aKeyWithoutASentenceIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Phrases.of(Locale.GERMAN).say("account.nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyBundleHasEverySentenceWithTheSameArguments(Language language) throws IOException {
        var wrong = new ArrayList<String>();
        for (var area : areas()) {
            var english = Bundles.read(area, Language.ENGLISH);
            var theirs = Bundles.read(area, language);
            if (!english.keySet().equals(theirs.keySet())) {
                wrong.add(area + ": keys " + difference(english.keySet(), theirs.keySet()));
            }
            theirs.forEach((key, pattern) -> {
                if (!arguments(pattern).equals(arguments(english.getOrDefault(key, "")))) {
                    wrong.add(key + ": arguments " + arguments(pattern));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPluralNamesTheFormsOfItsLanguage(Language language) throws IOException {
        var forms = PluralRules.forLocale(ULocale.forLocale(language.locale())).getKeywords();
        var wrong = new ArrayList<String>();
        for (var area : areas()) {
            Bundles.read(area, language).forEach((key, text) -> {
                var pattern = new MessageFormat(text, ULocale.forLocale(language.locale()));
                assertThat(pattern).isNotNull();
                if (text.contains(", plural,")) {
                    // "many" is for millions in Spanish, French and Portuguese; nothing here is counted in millions.
                    var needed = new HashSet<>(forms);
                    if (language != Language.RUSSIAN) {
                        needed.remove("many");
                    }
                    needed.stream().filter(form -> !text.contains(form + " {"))
                            .forEach(form -> wrong.add(key + ": " + form));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everySentenceIsUsed() throws IOException {
        var code = new StringBuilder();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        var keys = new TreeSet<String>();
        var prefixes = Pattern.compile("\"([a-z-]+\\.[a-zA-Z0-9.-]*\\.)\" \\+").matcher(code).results()
                .map(it -> it.group(1)).toList();
        // Whole areas whose sentences are known again by their words.
        var recognised = Pattern.compile("\\.known\\(\"([a-z]+)\"").matcher(code).results().map(it -> it.group(1))
                .toList();
        for (var area : areas()) {
            Bundles.read(area, Language.ENGLISH).keySet().stream().filter(_ -> !recognised.contains(area))
                    .filter(key -> code.indexOf("\"" + key + "\"") < 0 && prefixes.stream().noneMatch(key::startsWith))
                    .forEach(keys::add);
        }
        assertThat(keys).isEmpty();
    }

    private static List<String> areas() throws IOException {
        try (var folders = Files.list(BUNDLES)) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private static Set<String> arguments(String text) {
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    private static Set<String> difference(Set<String> ours, Set<String> theirs) {
        var all = new TreeSet<>(ours);
        all.addAll(theirs);
        all.removeIf(key -> ours.contains(key) && theirs.contains(key));
        return all;
    }
}
