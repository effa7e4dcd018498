package atelier.intent;

import java.io.IOException;

/// Prints how long understanding takes. Run by hand: it proves nothing on a busy machine.
public final class IntentBenchmark {
    private IntentBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var parser = new IntentParser();
        var lines = Utterances.read("held-out.tsv").lines();
        for (int round = 1; round <= 20; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                for (var line : lines) {
                    parser.parse(line.text(), null, line.situation());
                }
            }
            System.out.printf("round %d: %.1f µs an utterance%n", round,
                    (System.nanoTime() - start) / 10_000.0 / lines.size());
        }
        var huge = "make a melody for me and my dog, ".repeat(3_100);
        long start = System.nanoTime();
        parser.parse(huge, null, Situation.NONE);
        System.out.printf("%d characters: %.2f ms%n", huge.length(), (System.nanoTime() - start) / 1e6);
    }
}
