package atelier.adapter.terminal;

import atelier.language.Language;
import atelier.language.Phrases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;

/// A real screen on a terminal made of pipes, which also keeps what it was told to show, block by block.
final class TypedScreen implements Screen {
    final List<String> blocks;
    final List<String> statuses = new CopyOnWriteArrayList<>();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final JlineScreen screen;
    private volatile boolean isInterrupted;

    TypedScreen(Path history) throws IOException {
        this(history, new CopyOnWriteArrayList<>());
    }

    /// @param blocks what was shown before, to be continued
    TypedScreen(Path history, List<String> blocks) throws IOException {
        this.blocks = blocks;
        this.screen = new JlineScreen(new DumbTerminal("pipes", "dumb", new PipedInputStream(keys, 1 << 16), shown,
                StandardCharsets.UTF_8), history, Phrases.of(Language.ENGLISH));
    }

    void types(String line) {
        try {
            keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ctrl-C, which a pipe cannot carry: the line being typed is given up.
    void interrupts() {
        isInterrupted = true;
        types("half a wi");
    }

    void endsInput() {
        try {
            keys.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// All that came out of the terminal.
    String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String readLine() {
        var line = screen.readLine();
        if (isInterrupted) {
            isInterrupted = false;
            throw new Interrupted();
        }
        return line;
    }

    @Override
    public void print(String block) {
        blocks.add(block);
        screen.print(block);
    }

    @Override
    public void status(String line) {
        statuses.add(line);
        screen.status(line);
    }

    @Override
    public int columns() {
        return screen.columns();
    }

    @Override
    public boolean isStyled() {
        return screen.isStyled();
    }

    @Override
    public void close() {
        screen.close();
    }
}
