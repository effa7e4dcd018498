package atelier.process;

import atelier.process.Trouble.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// Troubles of the world outside, several times each in the middle of many conversations, and what people lost by them.
/// `mvn -q test-compile exec:exec@faults -Dfaults.rounds=3`; the beginning of a row's name in the environment as `FAULTS` plays only
/// those.
final class Faults {
    private static final int PER_SECOND = 4;

    private Faults() {}

    public static void main(String[] arguments) throws IOException {
        var rounds = Integer.getInteger("rounds", 3);
        System.out.println(
                """
                        | trouble, %d times | messages, due | lost | twice on Telegram | twice on Discord | worked on twice | wrongly charged \
                        | stuck after 60 s | asked whether it arrived | told a sentence | signs left standing | `/readyz` meanwhile, after \
                        | over after |
                        |---|---|---|---|---|---|---|---|---|---|---|---|---|"""
                        .formatted(rounds));
        var only = System.getenv().getOrDefault("FAULTS", "");
        var flags = Build.withCache(AtelierProcess.QUICK);
        for (var trouble : Misfortunes.all()) {
            if (!trouble.name().startsWith(only)) {
                continue;
            }
            if (trouble.needs() == Needs.SMALL_DISK && !Scene.canMount()) {
                System.out.println("| " + trouble.name() + " | not played: no file system may be mounted here |");
            } else {
                play(trouble, rounds, trouble.needs() == Needs.CLOCK
                        ? Build.withoutCache(AtelierProcess.QUICK)
                        : flags);
            }
        }
        System.exit(0);
    }

    private static void play(Trouble trouble, int rounds, List<String> flags) throws IOException {
        var folder = Files.createTempDirectory("atelier-faults");
        try {
            var outcome = new Trial(trouble, rounds, PER_SECOND).play(folder, flags);
            var tally = outcome.tally();
            System.out.println(String.format(Locale.ROOT,
                    "| %s | %d, %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %s, %d | %.1f s |",
                    trouble.name(), tally.said(), tally.due(), tally.lost().size(), tally.doubledOnTelegram().size(),
                    tally.doubledOnDiscord().size(), tally.workedTwice(), tally.wronglyCharged(), tally.open(),
                    tally.doubts(), tally.told(), tally.signs().size(), outcome.meanwhile(), outcome.after(),
                    outcome.over().toMillis() / 1e3));
            tally.sentences().forEach(
                    (sentence, times) -> System.out.println("  " + times + " × " + sentence.replace("\n", " ⏎ ")));
            tally.signs().forEach(sign -> System.out.println("  still stands: " + sign));
        } finally {
            Footprint.delete(folder);
        }
    }
}
