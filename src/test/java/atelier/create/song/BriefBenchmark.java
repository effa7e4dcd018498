package atelier.create.song;

import java.util.List;
import java.util.stream.IntStream;

/// Asks for two hundred pieces of music in words and reads the files. Run with `mvn -q test-compile exec:exec@briefs`.
public final class BriefBenchmark {
    private static final int WISHES = 200;

    private BriefBenchmark() {}

    public static void main(String... args) {
        int wishes = args.length > 0 ? Integer.parseInt(args[0]) : WISHES;
        var briefs = new Briefs();
        List<Briefs.Outcome> all = IntStream.range(0, wishes).parallel().mapToObj(briefs::outcome).toList();
        all.stream().filter(it -> !it.wrong().isEmpty())
                .forEach(it -> System.out.println(it.words() + " -> " + it.wrong()));
        for (String what : List.of("key", "metre", "tempo", "bars")) {
            long right = all.stream().filter(it -> it.wrong().stream().noneMatch(w -> w.startsWith(what))).count();
            System.out.printf("%-6s exactly as asked in %d of %d%n", what, right, wishes);
        }
        System.out.printf("all of it in %d of %d%n", all.stream().filter(it -> it.wrong().isEmpty()).count(), wishes);
    }
}
