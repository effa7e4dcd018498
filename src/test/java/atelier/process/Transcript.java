package atelier.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;

/// Prints what people see, moment by moment, when they talk to a running Atelier: an ordinary answer, one with the local
/// model down, one with the process killed in the middle, a game and a project that are changed. `mvn -q test-compile exec:exec@transcript`
final class Transcript {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WISH = "a command-line todo list in Python";

    private final long begun = System.nanoTime();
    private final Map<String, String> known = new LinkedHashMap<>();

    /// One thing to play in a fresh town.
    @FunctionalInterface
    private interface Scene {
        void play(Transcript transcript, Town town, Town.Side side) throws IOException;
    }

    private Transcript() {}

    public static void main(String[] arguments) throws IOException {
        play("An answer", (transcript, town, side) -> transcript.plain(town, side));
        play("The local model is down", (transcript, town, side) -> {
            town.ollama.goesDown();
            transcript.plain(town, side);
        });
        play("kill -9 in the middle of an answer", (transcript, town, side) -> transcript.killed(town, side));
        play("A project, changed and taken back", (transcript, town, side) -> transcript.changed(town, side));
        play("A game without any model, changed and taken back", (transcript, town, side) -> {
            town.ollama.goesDown();
            town.gemini.goesDown();
            transcript.game(town, side);
        });
    }

    private static void play(String title, Scene scene) throws IOException {
        Map<String, Function<Town, Town.Side>> platforms = new LinkedHashMap<>();
        platforms.put("Telegram", Town::onTelegram);
        platforms.put("Discord", Town::onDiscord);
        for (var platform : platforms.entrySet()) {
            System.out.println("\n## " + title + ", on " + platform.getKey() + "\n");
            var folder = Files.createTempDirectory("atelier-transcript");
            try (var town = new Town(folder)) {
                town.ollama.answers(Answers.PROJECT).takesPerWord(Duration.ofMillis(40));
                town.gemini.answers(Answers.PROJECT).takesPerWord(Duration.ofMillis(40));
                scene.play(new Transcript(), town, platform.getValue().apply(town));
                System.out.println("Charged: " + town.records().charged() + ", reservations: "
                        + town.records().reservations());
            } finally {
                delete(folder);
            }
        }
    }

    private void plain(Town town, Town.Side side) {
        started(town.start());
        says(side);
        until(side, () -> side.files("todo.py").size() == 1);
    }

    private void killed(Town town, Town.Side side) {
        var first = started(town.start());
        var held = town.ollama.holdsAfter(40);
        says(side);
        until(side, () -> side.words().contains(Answers.OPENING));
        first.kill();
        tell("        kill -9");
        held.countDown();
        started(town.start());
        until(side, () -> side.files("todo.py").size() == 1);
        tell("        the model was asked " + town.ollama.generations().size() + " times");
    }

    private void changed(Town town, Town.Side side) {
        plain(town, side);
        town.ollama.answers(Answers.TESTED);
        says(side, "add a test");
        until(side, () -> side.files("test_todo.py").size() == 1);
        thenTakesBack(side);
    }

    private void game(Town town, Town.Side side) {
        started(town.start());
        says(side, "a snake game in space with 12 levels");
        until(side, () -> side.files("index.html").size() == 1);
        says(side, "15 levels, and harder");
        until(side, () -> side.files("index.html").size() == 2);
        thenTakesBack(side);
    }

    private void thenTakesBack(Town.Side side) {
        says(side, "/diff");
        until(side, () -> side.words().contains("version 2 against version 1"));
        says(side, "/undo");
        until(side, () -> side.words().contains("Back to version 1"));
        tell("person: presses Save as template");
        side.presses("Save as template");
        until(side, () -> side.words().contains("Saved "));
    }

    private void says(Town.Side side, String words) {
        tell("person: " + words);
        if (words.startsWith("/")) {
            side.commands(words.substring(1), "");
        } else {
            side.says(words);
        }
    }

    private AtelierProcess started(AtelierProcess process) {
        tell("        ready (process " + process.pid() + ")");
        return process;
    }

    private void says(Town.Side side) {
        tell("person: /code " + WISH);
        side.commands("code", WISH);
    }

    /// Prints every change until `done`, and what changes in the moment after.
    private void until(Town.Side side, java.util.concurrent.Callable<Boolean> done) {
        Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(() -> {
            look(side);
            return done.call();
        });
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        look(side);
    }

    private void look(Town.Side side) {
        for (var message : side.seen()) {
            var files = new ArrayList<String>();
            message.files().forEach((name, content) -> files.add(name + " (" + content.length + " bytes)"));
            var buttons = message.buttons().isEmpty() ? "" : "  " + message.buttons();
            var now = message.text().replace("\n", "\n              ") + buttons
                    + (files.isEmpty() ? "" : "\n              attached: " + String.join(", ", files));
            var before = known.put(message.id(), now);
            if (before == null) {
                tell("   bot: " + now);
            } else if (!before.equals(now)) {
                tell("  edit: " + now);
            }
        }
    }

    private void tell(String words) {
        System.out.println(String.format(Locale.ROOT, "%6.2f s ", (System.nanoTime() - begun) / 1e9) + words);
    }

    private static void delete(java.nio.file.Path folder) throws IOException {
        List<java.nio.file.Path> all;
        try (var files = Files.walk(folder)) {
            all = files.toList();
        }
        for (var file : all.reversed()) {
            Files.delete(file);
        }
    }
}
