package atelier.adapter.terminal;

import org.jspecify.annotations.Nullable;

/// What a person looks at and types on. Thread-safe.
public interface Screen extends AutoCloseable {
    /// Waits for the next line.
    ///
    /// @return null at the end of input
    /// @throws Interrupted when the person pressed Ctrl-C
    @Nullable
    String readLine();

    /// Prints a block of text above the line being typed.
    void print(String block);

    /// Shows one line of progress until the next; an empty one clears it.
    void status(String line);

    /// Whether it shows bold and colours (ANSI sequences) in what is printed.
    boolean isStyled();

    /// How many columns a line has; 0 when lines may be of any length.
    int columns();

    @Override
    void close();

    /// The person pressed Ctrl-C.
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
