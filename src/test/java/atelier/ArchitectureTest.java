package atelier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may know whom, and the habits that can be checked.
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/atelier");

    /// Package on the left, the packages it may use on the right; a package may always use itself and what lies below it.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("chat", Set.of("language")),
            Map.entry("language", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("drawing", Set.of()),
            Map.entry("audio", Set.of("language", "drawing")),
            Map.entry("secret", Set.of()),
            Map.entry("intent", Set.of("language", "chat")),
            Map.entry("account", Set.of("language", "chat")),
            Map.entry("quota", Set.of("language", "account")),
            Map.entry("usage", Set.of("language", "account", "drawing")),
            Map.entry("conversation", Set.of("language", "chat", "account")),
            Map.entry("generation", Set.of("language", "chat", "account", "usage", "secret")),
            Map.entry("create", Set.of("language", "chat", "intent", "generation", "conversation", "audio", "drawing")),
            Map.entry("engine",
                    Set.of("chat", "language", "account", "intent", "quota", "usage", "conversation", "generation",
                            "create", "secret")),
            Map.entry("adapter", Set.of("chat", "language", "engine", "intent")),
            Map.entry("store",
                    Set.of("language", "chat", "account", "intent", "quota", "usage", "conversation", "generation",
                            "secret",
                            "engine")));

    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("com.ibm.icu..", List.of("atelier.language..")),
            Map.entry("net.dv8tion..", List.of("atelier.adapter.discord..")),
            Map.entry("org.telegram..", List.of("atelier.adapter.telegram..")),
            Map.entry("io.helidon..", List.of("atelier.adapter.web..")),
            Map.entry("dev.langchain4j..", List.of("atelier.generation..")),
            Map.entry("org.jdbi..", List.of("atelier.store..")),
            Map.entry("io.github.resilience4j..", List.of("atelier.generation..")),
            Map.entry("io.github.bucket4j..", List.of("atelier.quota..", "atelier.chat..")),
            Map.entry("org.treesitter..", List.of("atelier.create.check..")),
            Map.entry("com.github.difflib..", List.of("atelier.create.patch..")),
            Map.entry("de.sciss.jump3r..", List.of("atelier.audio..")),
            Map.entry("javax.sound..", List.of("atelier.audio..")));

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("atelier");
    }

    @Test
    void everyPackageKnowsOnlyWhatTheTableAllows() {
        MAY_USE.forEach((name, others) -> {
            var allowed = new TreeSet<>(others);
            allowed.add(name);
            noClasses().that().resideInAPackage("atelier." + name + "..").should()
                    .dependOnClassesThat(new DescribedPredicate<JavaClass>("lie outside " + allowed) {
                        @Override
                        public boolean test(JavaClass used) {
                            return used.getPackageName().startsWith("atelier") && !allowed.contains(feature(used));
                        }
                    }).check(classes);
        });
    }

    @Test
    void everyPackageStandsInTheTable() {
        var known = new TreeSet<>(MAY_USE.keySet());
        known.addAll(Set.of("cli", ""));
        assertThat(classes.stream().map(ArchitectureTest::feature).distinct()).isSubsetOf(known);
    }

    private static String feature(JavaClass type) {
        var parts = type.getPackageName().split("\\.", -1);
        return parts.length < 2 ? "" : parts[1];
    }

    @Test
    void featuresFormNoCircle() {
        slices().matching("atelier.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void eachLibraryStaysInItsPackage() {
        LIBRARIES.forEach((library, packages) -> noClasses().that()
                .resideOutsideOfPackages(packages.toArray(String[]::new)).should().dependOnClassesThat()
                .resideInAPackage(library).check(classes));
    }

    @Test
    void nothingIsEverRunOnTheHost() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder").check(classes);
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(classes);
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(classes);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("javax.script..", "javax.tools..").check(classes);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.net.URLClassLoader").check(classes);
    }

    @Test
    void doorsDoNotKnowOneAnother() {
        slices().matching("atelier.adapter.(*)..").should().notDependOnEachOther().check(classes);
    }

    @Test
    void namesSayWhatThingsAre() {
        classes().that().resideInAPackage("atelier..").should().haveNameNotMatching(
                ".*(Manager|Helper|Util|Utils|Impl|Base)$|.*\\.(Abstract|I[A-Z][a-z])[A-Za-z]*").check(classes);
    }

    @Test
    void onlyTheStoreSpeaksToADatabase() {
        noClasses().that().resideOutsideOfPackage("atelier.store..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..",
                        "com.zaxxer.hikari..", "com.github.kagkarlsson..")
                .check(classes);
    }

    @Test
    void everyPackageIntroducesItself() throws IOException {
        var silent = new TreeSet<Path>();
        for (var file : sources()) {
            var introduction = file.resolveSibling("package-info.java");
            if (!Files.exists(introduction) || !text(introduction).contains("@NullMarked")
                    || !text(introduction).startsWith("///")) {
                silent.add(introduction);
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void filesFitInOnesHead() throws IOException {
        var long400 = new TreeMap<Path, Long>();
        for (var file : sources()) {
            var lines = text(file).lines().count();
            if (lines > 400) {
                long400.put(file, lines);
            }
        }
        assertThat(long400).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
