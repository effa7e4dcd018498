package atelier.create.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/// Grammars by language id, each loaded when it is first needed and kept. Those of Bash 0.23, Kotlin 0.3 and Swift 0.5 refuse one in
/// twelve, fourteen and six of the sources that people use, so they are not asked.
final class Grammar {
    private static final Logger LOG = LoggerFactory.getLogger(Grammar.class);
    /// Where the binding unpacks its libraries; without it, into the home folder, which may be read-only.
    private static final String FOLDER = "tree-sitter-lib";
    private static final Map<String, Grammar> BY_LANGUAGE = Map.ofEntries(
            Map.entry("python", new Grammar(TreeSitterPython::new)),
            Map.entry("javascript", new Grammar(TreeSitterJavascript::new)),
            Map.entry("jsx", new Grammar(TreeSitterJavascript::new)),
            Map.entry("typescript", new Grammar(TreeSitterTypescript::new)),
            Map.entry("tsx", new Grammar(TreeSitterTsx::new)),
            Map.entry("java", new Grammar(TreeSitterJava::new)),
            Map.entry("go", new Grammar(TreeSitterGo::new)),
            Map.entry("rust", new Grammar(TreeSitterRust::new)),
            Map.entry("csharp", new Grammar(TreeSitterCSharp::new)),
            // The grammar of C++ takes C as well.
            Map.entry("c", new Grammar(TreeSitterCpp::new)),
            Map.entry("c++", new Grammar(TreeSitterCpp::new)),
            Map.entry("php", new Grammar(TreeSitterPhp::new)),
            Map.entry("ruby", new Grammar(TreeSitterRuby::new)));
    private static boolean isPlaced;

    private final Supplier<TSLanguage> loader;
    private @Nullable TSLanguage loaded;
    private boolean isMissing;

    private Grammar(Supplier<TSLanguage> loader) {
        this.loader = loader;
    }

    /// Null for languages without a parser.
    static @Nullable Grammar of(String language) {
        return BY_LANGUAGE.get(language);
    }

    /// Null where the machine cannot load it (another C library, another processor, a folder that forbids it).
    /// Called under the parser's lock.
    @Nullable
    TSLanguage language() {
        if (loaded == null && !isMissing) {
            try {
                place();
                loaded = loader.get();
            } catch (IOException | RuntimeException | LinkageError e) {
                isMissing = true;
                LOG.warn("A parser cannot be loaded, so its syntax checks are skipped: {}", e.toString());
            }
        }
        return loaded;
    }

    /// A folder of our own, closed to others, so that nobody can put a library in our place.
    private static void place() throws IOException {
        if (!isPlaced && System.getProperty(FOLDER) == null) {
            var folder = Files.createTempDirectory("atelier-parsers-");
            System.setProperty(FOLDER, folder.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "parsers-removal"));
        }
        isPlaced = true;
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The temporary folder is the system's to clean.
            LOG.debug("left behind: {}", folder, e);
        }
    }
}
