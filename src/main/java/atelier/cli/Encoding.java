package atelier.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// In which letters the terminal is spoken to.
final class Encoding {
    private Encoding() {}

    /// Where nobody chose any (the plain C locale of servers and containers), Java would write `?` for every letter that ASCII lacks;
    /// terminals there have long understood UTF-8.
    static void utf8UnlessChosen() {
        if (System.out.charset().equals(StandardCharsets.US_ASCII)) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        }
    }
}
