package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes on one PostgreSQL are one service, whichever of them dies.
class SeveralNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;
    private Town town;
    private String database;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        town = new Town(folder);
        town.ollama.answers(Answers.PROJECT);
        var name = "town" + System.nanoTime();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        database = server.getJdbcUrl("postgres", name);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aGatewayAndAWorkerShowProgressStopAndDeliverAsOne() throws InterruptedException {
        node("gateway", "gateway, web");
        node("worker", "worker");
        var held = modelStopsInTheMiddle();
        wish();
        sides().forEach(side -> await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING)));
        assertThat(town.onTelegram().seen()).as("the message grows, and is not sent again").hasSize(1);

        town.onTelegram().presses("Stop");

        await().atMost(PATIENCE).until(() -> town.onTelegram().words().contains("Stopped. Nothing was charged."));
        assertThat(town.ollama.awaitClientGone(PATIENCE)).isTrue();
        goesOn(held);
        assertAnswered(town.onDiscord());
        assertThat(ask("select state from job order by state")).containsExactly("CANCELLED", "DONE");
        assertThat(ask("select sum(used) from ledger_day")).containsExactly("1");
        assertNobodyDisturbedTheOther();
    }

    @Test
    void whenTheNodeThatHoldsTheDoorsDiesAnotherFinishesItsMessages() throws IOException {
        var nodes = new HashMap<String, AtelierProcess>();
        for (var name : List.of("one", "two")) {
            var process = node(name, "gateway, worker, web");
            nodes.put(Files.readString(folder.resolve(name).resolve("node.id")), process);
        }
        var held = modelStopsInTheMiddle();
        wish();
        sides().forEach(side -> await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING)));
        var messages = sides().stream().map(side -> side.seen().getFirst().id()).toList();

        var holder = ask("select holder from lease where name = 'door TELEGRAM'").getFirst();
        Objects.requireNonNull(nodes.get(holder)).kill();
        goesOn(held);

        sides().forEach(this::assertAnswered);
        assertThat(sides().stream().map(side -> side.seen().getFirst().id()).toList()).isEqualTo(messages);
        assertThat(ask("select state from job")).containsExactly("DONE", "DONE");
        assertThat(ask("select sum(used) from ledger_day")).containsExactly("2");
        town.onTelegram().says("hello again");
        await().atMost(PATIENCE).until(() -> town.onTelegram().seen().size() >= 2);
        assertThat(town.telegram.callsDuringPenalty()).isZero();
    }

    @Test
    void gatewaysShareDiscordsShardsAndTakeThemOverFromTheDead() throws IOException {
        town.discord.shards.recommends(2, 2);
        var nodes = new HashMap<String, AtelierProcess>();
        for (var name : List.of("one", "two")) {
            var process = begin(name, "gateway, worker, web");
            nodes.put(name, process);
        }
        nodes.values().forEach(AtelierProcess::awaitReady);
        await().atMost(PATIENCE).until(() -> town.discord.shards.identified().size() == 2);
        talks("hello");
        var sender = ask("select holder from lease where name = 'door DISCORD'").getFirst();
        var left = ask("select name from lease where name like 'DISCORD shard %' and holder = '" + sender + "'").size();
        for (var name : nodes.keySet()) {
            if (Files.readString(folder.resolve(name).resolve("node.id")).equals(sender)) {
                Objects.requireNonNull(nodes.get(name)).kill();
            }
        }
        await().atMost(PATIENCE).until(() -> town.discord.shards.identified().size() == 2 + left);
        talks("hello again");

        assertThat(ask("select distinct holder from lease where name like 'DISCORD shard %'")).hasSize(1)
                .doesNotContain(sender);
        assertThat(town.discord.seenInGuild(Town.PERSON)).as("each was answered once").hasSize(2);
        assertThat(town.discord.seenBy(Town.PERSON)).hasSize(2);
    }

    /// One event through each of two shards.
    private void talks(String words) {
        var inGuild = town.discord.seenInGuild(Town.PERSON).size();
        var inPrivate = town.discord.seenBy(Town.PERSON).size();
        town.discord.mentions(Town.PERSON, words);
        await().atMost(PATIENCE).until(() -> town.discord.seenInGuild(Town.PERSON).size() > inGuild);
        town.discord.says(Town.PERSON, words);
        await().atMost(PATIENCE).until(() -> town.discord.seenBy(Town.PERSON).size() > inPrivate);
    }

    private AtelierProcess begin(String name, String roles) {
        return town.begins(settings(name, roles), AtelierProcess.QUICK);
    }

    private AtelierProcess node(String name, String roles) {
        return town.start(settings(name, roles), AtelierProcess.QUICK);
    }

    private Map<String, String> settings(String name, String roles) {
        var settings = new HashMap<>(town.settings());
        settings.putAll(Map.of("ATELIER_DATA_DIR", folder.resolve(name).toString(), "ATELIER_DATABASE_URL", database,
                "ATELIER_VAULT_KEY_FILE", folder.resolve("vault.key").toString(), "ATELIER_NODE_ROLES", roles));
        return settings;
    }

    private void goesOn(CountDownLatch held) {
        town.ollama.takesPerWord(Duration.ZERO);
        held.countDown();
    }

    private void assertAnswered(Town.Side side) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(side.files("README.md")).as(() -> side.words() + "\n" + town.logs())
                        .hasSize(1));
        assertThat(side.files("todo.py")).containsExactly(Answers.bytes(Answers.TODO));
        assertThat(side.words()).contains(Town.LOCAL).containsOnlyOnce("Files").doesNotContain("▌", "On it",
                "interrupted");
    }

    private void assertNobodyDisturbedTheOther() {
        assertThat(town.telegram.calls("getupdates")).isNotEmpty()
                .allSatisfy(call -> assertThat(call.refusal()).isEmpty());
        assertThat(town.telegram.callsDuringPenalty()).isZero();
    }

    private List<String> ask(String question) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database);
                var result = connection.createStatement().executeQuery(question)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(question, failure);
        }
    }

    private CountDownLatch modelStopsInTheMiddle() {
        town.ollama.takesPerWord(Duration.ofMillis(60));
        return town.ollama.holdsAfter(50);
    }

    private void wish() {
        sides().forEach(side -> side.commands("code", "a command-line todo list in Python"));
    }

    private List<Town.Side> sides() {
        return List.of(town.onTelegram(), town.onDiscord());
    }
}
