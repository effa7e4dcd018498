package atelier.create.check;

import atelier.create.check.Syntax.Skipped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/// The native parsers behind [Syntax].
final class SyntaxTree {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(2);
    /// Two seconds for the first line, ten for two megabytes.
    private static final long NANOS_A_BYTE = 4_000;
    /// The binding frees its trees only when the collector runs, which does not see their size.
    private static final int LARGE = 250_000;
    /// One at a time: a hostile text can take some hundred megabytes while it is parsed.
    private static final ReentrantLock ONE = new ReentrantLock();

    private SyntaxTree() {}

    static Syntax of(String language, String content) {
        var grammar = Grammar.of(language);
        if (grammar == null) {
            return new Skipped("no parser for " + language);
        }
        ONE.lock();
        try {
            var known = grammar.language();
            if (known == null) {
                return new Skipped("this machine cannot load the parser for " + language);
            }
            var parser = new TSParser();
            if (!parser.setLanguage(known)) {
                return new Skipped("the parser for " + language + " is of another version");
            }
            var tree = parse(parser, Dialect.plain(language, content));
            return tree == null
                    ? new Skipped("took too long to parse")
                    : SyntaxError.in(tree.getRootNode(), language, content, System.nanoTime() + LEAST_NANOS);
        } catch (LinkageError | RuntimeException e) {
            // A parser is a convenience; whatever it cannot do must not stop the work.
            return new Skipped("the parser for " + language + " failed");
        } finally {
            ONE.unlock();
            if (content.length() > LARGE) {
                System.gc();
            }
        }
    }

    private static @Nullable TSTree parse(TSParser parser, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        long end = System.nanoTime() + LEAST_NANOS + bytes.length * NANOS_A_BYTE;
        return parser.parseWithOptions(new byte[32 * 1024], null, (buffer, offset, at) -> {
            int count = Math.max(0, Math.min(buffer.length, bytes.length - offset));
            System.arraycopy(bytes, Math.min(offset, bytes.length), buffer, 0, count);
            return count;
        }, TSInputEncoding.TSInputEncodingUTF8, state -> System.nanoTime() > end);
    }
}
