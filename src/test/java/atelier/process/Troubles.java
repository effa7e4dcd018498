package atelier.process;

import java.io.IOException;
import java.util.Locale;

/// Prints what people see, pay and wait when model servers misbehave, as a Markdown table.
/// `mvn -q test-compile exec:exec@troubles`; the beginning of a row's name in the environment as `TROUBLES` plays only those.
final class Troubles {
    private static final int LONGEST = 260;

    private Troubles() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(
                """
                        Times are scaled 1 : %d: servers are slow, and time limits short, by that much (a model loaded in 60 s is
                        loaded in 6 s, and `silent for 3 s` means 30 s in earnest). The pauses between two tries are not.
                        *Asked* counts the requests for text at each server, in their order. Connections are counted when
                        nothing has closed for two seconds. *Charged* is what the person pays: messages, and the cost noted for
                        the answer; *spent* is what the router booked for all calls.

                        | the server | may be asked | the person saw | charged | spent on calls | took | asked | connections left |
                        |---|---|---|---|---|---|---|---|"""
                        .formatted(Stage.SCALE));
        var only = System.getenv().getOrDefault("TROUBLES", "");
        var begun = System.nanoTime();
        Ordeals.named("nothing", Ordeal.Servers.OLLAMA).play(); // so that no row pays for loading the program
        for (var ordeal : Ordeals.all()) {
            if (ordeal.title().startsWith(only)) {
                System.out.println(row(ordeal, ordeal.play()));
            }
        }
        System.out.printf(Locale.ROOT, "%nAll in %.0f s.%n", (System.nanoTime() - begun) / 1e9);
        System.exit(0); // whatever a misbehaving server still holds
    }

    private static String row(Ordeal ordeal, Ordeal.Result result) {
        var lost = result.lost().isEmpty() ? "" : " (gone: “" + shown(result.lost(), 60) + "”)";
        return String.format(Locale.ROOT, "| %s | %s | %s%s | %d, %s | %s | %.1f s | %s | %d |", ordeal.title(),
                ordeal.servers().title, shown(result.saw(), LONGEST), lost, result.messages(), dollars(result.usd()),
                dollars(result.spent()),
                result.took().toMillis() / 1000.0, result.asked(), result.left());
    }

    private static String dollars(double usd) {
        return usd == 0 ? "$0" : String.format(Locale.ROOT, "$%.6f", usd);
    }

    /// On one line, with what cannot be seen made visible.
    private static String shown(String text, int longest) {
        var line = new StringBuilder();
        var cut = text.length() > longest ? text.substring(0, longest) + "… (" + text.length() + " characters)" : text;
        cut.strip().replace("\n\n-# ", " — ").replace("\n", " ⏎ ").replace("|", "\\|").replace("<", "&lt;")
                .codePoints().forEach(c -> {
                    if (c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                        line.append(String.format(Locale.ROOT, "`\\u%04x`", c));
                    } else {
                        line.appendCodePoint(c);
                    }
                });
        return line.toString();
    }
}
