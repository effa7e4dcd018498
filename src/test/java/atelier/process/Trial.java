package atelier.process;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;

/// People who talk with Atelier while a [Trouble] comes and goes.
final class Trial {
    private static final int PEOPLE = 400;
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration UNTIL_RECOVERED = Duration.ofSeconds(60);
    private static final int WORDS = 30;

    private final Trouble trouble;
    private final int times;
    private final int perSecond;

    /// @param times     how often the trouble comes
    /// @param perSecond messages, on both platforms together
    Trial(Trouble trouble, int times, int perSecond) {
        this.trouble = trouble;
        this.times = times;
        this.perSecond = perSecond;
    }

    /// What came of it.
    ///
    /// @param over     from the end of the last trouble until all was done
    /// @param meanwhile what `/readyz` said before each trouble ended
    /// @param after    what it says in the end
    record Outcome(Tally tally, Duration over, List<Integer> meanwhile, int after) {}

    Outcome play(Path folder, List<String> flags) throws IOException {
        try (var scene = new Scene(folder, trouble.needs()); var http = HttpClient.newHttpClient()) {
            var town = scene.town();
            town.ollama.takesPerWord(Duration.ofMillis(20)).answersBy(request -> answer(request.body()));
            town.gemini.answersBy(request -> answer(request.body()));
            var process = scene.start(flags);
            try (var crowd = new Crowd(town, PEOPLE, perSecond, () -> false)) {
                crowd.start();
                var meanwhile = new ArrayList<Integer>();
                for (var time = 0; time < times; time++) {
                    pause(CALM);
                    meanwhile.add(suffer(scene, http));
                }
                var over = System.nanoTime();
                pause(CALM);
                crowd.hush();
                var tally = Kills.awaitAnswers(process, () -> Tally.of(town, crowd.said(), scene.records()),
                        scene::records, UNTIL_RECOVERED);
                if (tally.wronglyCharged() > 0) {
                    System.err.println("Wrongly charged: " + Tally.books(scene.records()));
                }
                var outcome = new Outcome(tally, Duration.ofNanos(System.nanoTime() - over), meanwhile,
                        scene.readiness(http));
                process.terminate();
                process.awaitEnd();
                return outcome;
            }
        }
    }

    private static String answer(String body) {
        return Tally.TOKEN.matcher(body).results().map(MatchResult::group).reduce((_, last) -> last)
                .map(token -> Tally.answerTo(token) + " light".repeat(WORDS)).orElse("Yes.");
    }

    /// @return what `/readyz` says at its end
    private int suffer(Scene scene, HttpClient http) throws IOException {
        var until = System.nanoTime() + trouble.lasts().toNanos();
        trouble.step().in(scene);
        while (System.nanoTime() < until) {
            pause(Duration.ofMillis(250));
            if (trouble.again()) {
                trouble.step().in(scene);
            }
        }
        var readiness = scene.readiness(http);
        trouble.remedy().in(scene);
        return readiness;
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
