package atelier.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Kills Atelier many times while people write to it and prints what they lost, on both databases.
/// `mvn -q test-compile exec:exec@crash -Dkills=1000`; half of the kills fall on each database. `exec:exec@sigterm
/// -Dtimes=200` asks it to end instead.
final class Crashes {
    private Crashes() {}

    public static void main(String[] arguments) throws IOException {
        var stops = Integer.getInteger("times", 0);
        var times = stops > 0 ? stops : Integer.getInteger("kills", 100);
        var perSecond = Integer.getInteger("perSecond", 6);
        var only = System.getProperty("database", "both");
        var seed = Long.getLong("seed", System.nanoTime());
        var flags = Build.withCache(AtelierProcess.QUICK);
        System.out.println("Seed " + seed + "\n\n" + HEAD);
        var share = only.equals("both") ? times / 2 : times;
        if (!only.equals("postgres")) {
            play("SQLite", "", share, stops > 0, flags, perSecond, seed);
        }
        if (!only.equals("sqlite")) {
            try (var server = EmbeddedPostgres.builder().start()) {
                play("PostgreSQL", server.getJdbcUrl("postgres", "postgres"), share, stops > 0,
                        flags, perSecond, seed + 1);
            }
        }
        System.exit(0);
    }

    private static final String HEAD = """
            | database | times | messages, due | lost | twice on Telegram | twice on Discord | worked on twice | wrongly charged \
            | never ended | signs left standing | asked whether it arrived | without answer | serving after p50 / max | taken up again \
            after p50 / max | took in until p50 / max | ended after p50 / max |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    private static void play(String name, String database, int times, boolean politely, List<String> flags,
            int perSecond, long seed) throws IOException {
        var folder = Files.createTempDirectory("atelier-crashes");
        try (var town = new Kills(folder, database, flags, perSecond, seed)) {
            if (politely) {
                town.stop(times);
            } else {
                town.kill(times);
            }
            var tally = town.tally();
            System.out.println(row(name, tally, town));
            tally.lost().stream().limit(30).forEach(lost -> System.out.println("lost: " + lost));
            tally.doubledOnTelegram().forEach(token -> System.out.println("twice on Telegram: " + token));
            tally.doubledOnDiscord().forEach(token -> System.out.println("twice on Discord: " + token));
            tally.sentences().forEach((sentence, often) -> System.out.println("read " + often + " times: " + sentence));
            tally.signs().stream().limit(30).forEach(sign -> System.out.println("still stands: " + sign));
        } finally {
            Footprint.delete(folder);
        }
    }

    private static String row(String name, Tally tally, Kills town) {
        return String.format(Locale.ROOT,
                "| %s | %d | %d, %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %s | %s (%d) | %s | %s |",
                name, town.times(), tally.said(), tally.due(), tally.lost().size(), tally.doubledOnTelegram().size(),
                tally.doubledOnDiscord().size(), tally.workedTwice(), tally.wronglyCharged(), tally.open(),
                tally.signs().size(), tally.doubts(), tally.givenUp(), times(town.toServing()),
                times(town.toReclaim()), town.toReclaim().size(), times(town.toClosing()), times(town.toEnd()));
    }

    private static String times(List<Duration> times) {
        if (times.isEmpty()) {
            return "–";
        }
        var sorted = times.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.2f s / %.2f s", sorted.get(sorted.size() / 2).toMillis() / 1e3,
                sorted.getLast().toMillis() / 1e3);
    }
}
