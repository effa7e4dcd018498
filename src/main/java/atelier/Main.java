package atelier;

import atelier.cli.Cli;

/// Where Atelier starts.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args));
    }
}
