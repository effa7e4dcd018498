package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.cli.Cli;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.intent.Intent;
import atelier.store.Database;
import atelier.store.DatabaseAddress;
import atelier.store.DiskArtifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup made while people talk, restored elsewhere and started.
class RestoredAtelierTest {
    private static final int PEOPLE = 12;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    private int admin(Path data, String... words) throws IOException {
        var config = Files.writeString(folder.resolve(data.getFileName() + ".yml"), "data-dir: " + data + "\n");
        var all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of("--config", config.toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    /// Quick, but for the first, which does not end in this life.
    private Creator<Intent.ComposeMelody> melodies() {
        var first = new AtomicBoolean(true);
        return (_, bench) -> {
            if (first.getAndSet(false)) {
                begun.countDown();
                bench.cancellation().onCancel(never::countDown);
                try {
                    never.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                throw new CancellationException();
            }
            return new Creation("quick", List.of(new Artifact("quick.mid", "audio/midi",
                    Long.toString(bench.seed()).getBytes(StandardCharsets.UTF_8))), "A quick tune.", List.of(), null,
                    "the test");
        };
    }

    private boolean isAnswered(String person) {
        return chat.shownTo(person).stream().anyMatch(post -> post.text().contains("A quick tune"));
    }

    @Test
    void whatWasAnsweredIsThereAndWhatWasNotIsFinished() throws IOException, InterruptedException, SQLException {
        var data = folder.resolve("data");
        Files.createDirectories(data);
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> "p" + i).toList();
        var goesOn = new AtomicBoolean(true);
        var backup = folder.resolve("backup.zip");
        var before = new TestAtelier(data, Database.sqlite(data.resolve("atelier.db")), chat, models, melodies(), true);
        chat.says("zed", "a melody");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        var crowd = Thread.ofVirtual().start(() -> {
            for (int round = 0; goesOn.get(); round++) {
                chat.says(people.get(round % PEOPLE), "a melody");
                var last = people.get(round % PEOPLE);
                await().until(() -> isAnswered(last));
            }
        });
        await().until(() -> people.stream().filter(this::isAnswered).count() >= 5);
        var answered = people.stream().filter(this::isAnswered).toList();

        assertThat(admin(data, "backup", "--to", backup.toString())).isZero();

        goesOn.set(false);
        crowd.join();
        before.handsBackAndCloses();
        var elsewhere = folder.resolve("elsewhere");
        assertThat(admin(elsewhere, "restore", "--from", backup.toString())).isZero();
        assertThat(isAnswered("zed")).isFalse();
        try (var after = new TestAtelier(elsewhere, chat, models)) {
            assertThat(after.answer("zed").text()).as("what was being worked on").contains("A quick tune");
            assertThat(after.used("zed")).isOne();
            assertThat(answered).allSatisfy(person -> assertThat(after.used(person)).as(person).isPositive());
        }
        var files = new DiskArtifacts(elsewhere.resolve("files"));
        assertThat(hashes(elsewhere)).hasSizeGreaterThan(answered.size()).allSatisfy(
                hash -> assertThat(files.path(hash)).exists());
    }

    /// The files the database names.
    private static List<String> hashes(Path data) throws SQLException {
        try (var connection = new DatabaseAddress.Sqlite(data.resolve("atelier.db")).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sha256 from made_file")) {
            var hashes = new ArrayList<String>();
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
            return hashes;
        }
    }
}
