package atelier.create.check;

import atelier.create.check.Syntax.Skipped;
import atelier.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
    /// The parsers recurse as deep as a text nests, and natively, also when the collector frees what they leave: a stack that
    /// is too small then ends the whole process.
    private static final int DEEPEST = 1_000;
    /// For what nests without brackets. Only what is used of it takes memory.
    private static final long STACK = 1L << 28;
    /// One at a time: a hostile text can take some hundred megabytes while it is parsed.
    private static final ReentrantLock ONE = new ReentrantLock();

    private SyntaxTree() {}

    static Syntax of(String language, String content) {
        var grammar = Grammar.of(language);
        if (grammar == null) {
            return new Skipped(Sentence.of("check.skip.none", "language", language));
        }
        if (isTooDeep(content)) {
            return new Skipped(Sentence.of("check.skip.deep"));
        }
        ONE.lock();
        try {
            var judged = new AtomicReference<Syntax>(
                    new Skipped(Sentence.of("check.skip.failed", "language", language)));
            joined(Thread.ofPlatform().name("parser").daemon().stackSize(STACK)
                    .start(() -> judged.set(judged(grammar, language, content))));
            return judged.get();
        } finally {
            ONE.unlock();
            if (content.length() > LARGE) {
                System.gc();
            }
        }
    }

    /// Whether more brackets are open at once than anybody writes. What stands in strings and comments counts too, as the
    /// parsers may see it otherwise.
    private static boolean isTooDeep(String content) {
        int open = 0;
        for (int i = 0; i < content.length(); i++) {
            switch (content.charAt(i)) {
                case '(', '[', '{' -> open++;
                case ')', ']', '}' -> open = Math.max(0, open - 1);
                default -> {
                }
            }
            if (open > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /// Waits for the parser, which ends by itself, even when nobody needs its word any more: it works alone.
    private static void joined(Thread parser) {
        boolean interrupted = false;
        while (parser.isAlive()) {
            try {
                parser.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Syntax judged(Grammar grammar, String language, String content) {
        try {
            var known = grammar.language();
            if (known == null) {
                return new Skipped(Sentence.of("check.skip.machine", "language", language));
            }
            var parser = new TSParser();
            if (!parser.setLanguage(known)) {
                return new Skipped(Sentence.of("check.skip.version", "language", language));
            }
            var tree = parse(parser, Dialect.plain(language, content));
            // Frees what an unfinished parse holds here, where the stack is large.
            parser.reset();
            return tree == null
                    ? new Skipped(Sentence.of("check.skip.long"))
                    : SyntaxError.in(tree.getRootNode(), language, content, System.nanoTime() + LEAST_NANOS);
        } catch (LinkageError | RuntimeException | StackOverflowError e) {
            // A parser is a convenience; whatever it cannot do must not stop the work.
            return new Skipped(Sentence.of("check.skip.failed", "language", language));
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
