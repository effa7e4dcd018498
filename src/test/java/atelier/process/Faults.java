package atelier.process;

import atelier.adapter.Door;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Troubles of the world outside, each for some seconds in the middle of a conversation, and what people lost by them.
/// `mvn -q test-compile exec:exec@faults`; the beginning of a row's name in the environment as `FAULTS` plays only those.
final class Faults {
    private static final Duration LASTS = Duration.ofSeconds(6);
    private static final int PER_SECOND = 4;

    private Faults() {}

    /// One trouble.
    ///
    /// @param step   done again and again while it lasts
    /// @param remedy done when it is over
    record Trouble(String name, Step step, Step remedy) {
        Trouble(String name, Step step) {
            this(name, step, _ -> {});
        }
    }

    /// Something done to the surroundings of a running process.
    @FunctionalInterface
    interface Step {
        void in(Scene scene) throws IOException;
    }

    /// Where it happens.
    record Scene(Town town, AtelierProcess process) {
        void signal(String name) throws IOException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().onExit().join();
        }
    }

    static final List<Trouble> TROUBLES = List.of(
            new Trouble("Telegram: 429, retry after 1 s", scene -> scene.town().telegram
                    .failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)))),
            new Trouble("Telegram: 500", scene -> scene.town().telegram.failNext(new Door.Fault.ServerError())),
            new Trouble("Telegram: carried out, but the connection breaks off", scene -> scene.town().telegram
                    .failNext(new Door.Fault.SentButSilent())),
            new Trouble("Telegram: polls refused with 502",
                    scene -> scene.town().telegram.refuseNextPoll(502, "Bad Gateway", 0),
                    scene -> scene.town().telegram.works()),
            new Trouble("Discord: 429, retry after 1 s", scene -> scene.town().discord
                    .failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)))),
            new Trouble("Discord: 502", scene -> scene.town().discord.failNext(new Door.Fault.ServerError())),
            new Trouble("Discord: the gateway drops the connection",
                    scene -> scene.town().discord.dropConnections(4000)),
            new Trouble("the local model is gone; the cloud answers", scene -> scene.town().ollama.goesDown(),
                    scene -> scene.town().ollama.comesBack()),
            new Trouble("the process is frozen", scene -> scene.signal("STOP"), scene -> scene.signal("CONT")));

    public static void main(String[] arguments) throws IOException {
        System.out.println("""
                | trouble, for %d s | messages, due | lost | twice on Telegram | twice on Discord | wrongly charged \
                | stuck after 60 s | asked whether it arrived | over after |
                |---|---|---|---|---|---|---|---|---|""".formatted(LASTS.toSeconds()));
        var only = System.getenv().getOrDefault("FAULTS", "");
        var flags = Build.withCache(AtelierProcess.QUICK);
        for (var trouble : TROUBLES) {
            if (trouble.name().startsWith(only)) {
                System.out.println(play(trouble, "", flags));
            }
        }
        if ("the database".startsWith(only) || only.startsWith("the database")) {
            System.out.println(withoutDatabase(flags));
        }
        System.exit(0);
    }

    /// PostgreSQL is stopped and comes back at the same place with the same data.
    private static String withoutDatabase(List<String> flags) throws IOException {
        var data = Files.createTempDirectory("atelier-postgres");
        var servers = new EmbeddedPostgres[]{EmbeddedPostgres.builder().setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false).start()};
        var port = servers[0].getPort();
        try {
            return play(new Trouble("the database is gone (PostgreSQL)", scene -> servers[0].close(),
                    scene -> servers[0] = EmbeddedPostgres.builder().setDataDirectory(data.resolve("data"))
                            .setCleanDataDirectory(false).setPort(port).start()),
                    servers[0].getJdbcUrl("postgres", "postgres"), flags);
        } finally {
            servers[0].close();
            Footprint.delete(data);
        }
    }

    private static String play(Trouble trouble, String database, List<String> flags) throws IOException {
        var folder = Files.createTempDirectory("atelier-faults");
        try (var town = new Kills(folder, database, flags, PER_SECOND, 1)) {
            var tally = town.suffer(trouble, LASTS);
            return String.format(Locale.ROOT, "| %s | %d, %d | %d | %d | %d | %d | %d | %d | %.1f s |", trouble.name(),
                    tally.said(), tally.due(), tally.lost().size(), tally.doubledOnTelegram().size(),
                    tally.doubledOnDiscord().size(), tally.wronglyCharged(), tally.open(), tally.doubts(),
                    town.toEnd().getFirst().toMillis() / 1e3);
        } finally {
            Footprint.delete(folder);
        }
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }

    /// Repeats what can be repeated; what cannot is done once.
    static void last(Trouble trouble, Scene scene, Duration time) throws IOException {
        var until = System.nanoTime() + time.toNanos();
        trouble.step().in(scene);
        while (System.nanoTime() < until) {
            pause(Duration.ofMillis(250));
            if (!isLasting(trouble)) {
                trouble.step().in(scene);
            }
        }
        trouble.remedy().in(scene);
    }

    private static boolean isLasting(Trouble trouble) {
        return !trouble.name().contains(":");
    }
}
