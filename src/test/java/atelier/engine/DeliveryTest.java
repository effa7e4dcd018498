package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Delivery;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an answer gets to its person, whatever the platform does.
class DeliveryTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, models);
    }

    @Test
    void aResultOutlivesThePlatformsFaults() {
        try (var atelier = atelier()) {
            chat.nextDelivery(new Delivery.Later(Duration.ofMillis(20), "429"));
            chat.nextDelivery(new Delivery.Later(Duration.ofMillis(20), "503"));
            var answer = atelier.says("ada", "a melody");

            assertThat(answer.files()).containsKey("quick.mid");
            assertThat(chat.shownTo("ada")).hasSize(1);
        }
    }

    @Test
    void ofADoubtfulDeliveryThePersonIsToldAndOnePressSendsItAgain() {
        try (var atelier = atelier()) {
            chat.nextDelivery(new Delivery.Ambiguous("read timed out"));
            var notice = atelier.says("ada", "a melody");
            assertThat(notice.text()).contains("can't tell whether", "quick.mid");
            assertThat(chat.shownTo("ada")).allSatisfy(post -> assertThat(post.files()).isEmpty());

            chat.presses("ada", "Send it again");

            assertThat(atelier.answer("ada").files()).containsKey("quick.mid");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void whenTheMessageIsGoneTheResultComesInANewOne() {
        var melody = new Held();
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody)) {
            chat.says("ada", "a melody");
            melody.awaitBegun();
            chat.loses(chat.shownTo("ada").getFirst().id());
            melody.release();

            assertThat(atelier.answer("ada").files()).containsKey("quick.mid");
        }
    }

    @Test
    void nobodyWaitsForTheDatabaseWhileALargeResultIsPacked() {
        Creator<Intent.ComposeMelody> many = (_, _) -> new Creation("many", IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Artifact(number + ".mid", "audio/midi", new byte[]{(byte) number})).toList(),
                "Twelve tunes.", List.of(), null, "the test");
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), many)) {
            atelier.watchesStoring();

            assertThat(atelier.says("ada", "a melody").files()).containsOnlyKeys("many.zip");

            assertThat(atelier.othersCouldWrite).hasSize(13).containsOnly(true);
        }
    }

    @Test
    void longTextBecomesAFileWithItsBeginning() {
        models.says("A long story. ".repeat(2000));
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "tell me everything about the sea");

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(answer.text().length()).isLessThanOrEqualTo(2000);
            assertThat(answer.files().values()).singleElement()
                    .satisfies(file -> assertThat(file.length()).isGreaterThan(27_000));
        }
    }

    @Test
    void manyFilesBecomeOneZip() {
        var answer = new StringBuilder();
        for (var number = 0; number < 14; number++) {
            answer.append("`part%d.py`\n```python\nprint(%d)\n```\n".formatted(number, number));
        }
        models.says(answer.toString());
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/code fourteen little scripts in Python").files().keySet()).singleElement()
                    .asString().endsWith(".zip");
        }
    }

    @Test
    void workInterruptedByAStopOfTheServiceIsFinishedByTheNext() {
        var melody = new Held();
        var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody);
        chat.says("ada", "a melody");
        melody.awaitBegun();
        atelier.handsBackAndCloses();

        try (var next = atelier()) {
            next.awaitIdle();
            assertThat(chat.shownTo("ada")).singleElement()
                    .satisfies(post -> assertThat(post.files()).containsKey("quick.mid"));
            assertThat(next.used("ada")).isEqualTo(1);
        }
    }
}
