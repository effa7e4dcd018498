package atelier.adapter.terminal;

import atelier.language.Phrases;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/// The real terminal: line editing, history, a progress line at the bottom. Works without a terminal (piped input) too.
public final class JlineScreen implements Screen {
    /// Lines that hold a key, or are one: they are not kept in the history.
    private static final String KEYS = "*AIza*:*sk-*:*AQ.*:[^ ]{20,}:/provider *";

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean isDumb;
    private final String prompt;
    private volatile boolean isClosed;

    /// @param history file that keeps the lines typed
    /// @param phrases in whose language the person is asked for words
    JlineScreen(Terminal terminal, Path history, Phrases phrases) {
        this.terminal = terminal;
        this.isDumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        this.prompt = isDumb ? "" : phrases.say("terminal.prompt") + " ";
        this.reader = LineReaderBuilder.builder().terminal(terminal).variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_IGNORE, KEYS)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
    }

    /// @param history file that keeps the lines typed
    /// @param phrases in whose language the person is asked for words
    public static JlineScreen open(Path history, Phrases phrases) {
        var letters = System.out.charset();
        try {
            return new JlineScreen(
                    TerminalBuilder.builder().system(true).dumb(true).stdinEncoding(letters).stdoutEncoding(letters)
                            .build(),
                    history, phrases);
        } catch (IOException failure) {
            throw new UncheckedIOException("the terminal cannot be opened", failure);
        }
    }

    @Override
    public @Nullable String readLine() {
        try {
            return reader.readLine(prompt);
        } catch (EndOfFileException _) {
            return null;
        } catch (UserInterruptException _) {
            throw new Interrupted();
        } catch (IllegalStateException | IOError failure) {
            if (isClosed) {
                return null; // the chat was ended from elsewhere while a line was awaited
            }
            throw failure;
        }
    }

    @Override
    public synchronized void print(String block) {
        if (isDumb) {
            terminal.writer().println(block);
            terminal.flush();
        } else {
            reader.printAbove(block);
        }
    }

    @Override
    public synchronized void status(String line) {
        var status = isDumb ? null : Status.getStatus(terminal);
        if (status == null) {
            return;
        }
        // A line wider than the terminal would push the prompt away.
        status.update(line.isEmpty()
                ? List.of()
                : List.of(new AttributedString(line, AttributedStyle.DEFAULT.faint())
                        .columnSubSequence(0, Math.max(1, columns() - 1))));
    }

    @Override
    public int columns() {
        return isDumb ? 0 : terminal.getSize().getColumns();
    }

    @Override
    public boolean isStyled() {
        return !isDumb && System.getenv("NO_COLOR") == null;
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the terminal cannot be closed", failure);
        }
    }
}
