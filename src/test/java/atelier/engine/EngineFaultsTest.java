package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.engine.delivery.OutboxSender;
import atelier.engine.port.NotStored;
import atelier.generation.Failure;
import atelier.generation.Router;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people live through when something breaks or two things happen at once.
class EngineFaultsTest {
    private static final Tier FREE = new Tier("free", 25, 100, 1, true, 1);

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void aFaultOfTheDoorHoldsUpNothingThatComesAfter() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            chat.breaksNextDeliveries(1);
            atelier.says("ada", "a melody");
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
        }
    }

    @Test
    void aPlatformThatStaysAwayIsTriedForADay() {
        var soon = Duration.ofSeconds(5);
        assertThat(OutboxSender.patience(1, soon)).isEqualTo(soon);
        assertThat(OutboxSender.patience(100, soon)).isEqualTo(Duration.ofMinutes(1));
        assertThat(OutboxSender.patience(100, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anEventThatBreaksUsIsApologisedForAndTheNextIsHeard() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            chat.limitsBreakOnce(new IllegalStateException("limits are broken"));
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
            chat.limitsBreakOnce(new IllegalStateException("limits are broken"));
            chat.limitsBreakOnce(new IllegalStateException("limits are broken"));
            assertThat(atelier.says("ada", "/help").text()).contains("stumbled", "Nothing was charged");
        }
    }

    @Test
    void anEventThatOverflowsTheStackIsApologisedForToo() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            chat.limitsBreakOnce(new StackOverflowError("limits are too deep"));
            chat.limitsBreakOnce(new StackOverflowError("limits are too deep"));
            assertThat(atelier.says("ada", "/help").text()).contains("stumbled");
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
        }
    }

    @Test
    void anEventThatCannotBeStoredIsNotApologisedForButTakenWhenItComesAgain() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            chat.limitsBreakOnce(new NotStored(new IllegalStateException("the disk is full")));
            assertThatThrownBy(() -> chat.says("ada", "/help")).isInstanceOf(NotStored.class);
            assertThat(chat.shownTo("ada")).isEmpty();

            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
        }
    }

    @Test
    void workWaitsWhereItsPriceCannotBeNotedAtPresent() {
        var asked = new AtomicInteger();
        Router noted = request -> {
            if (asked.incrementAndGet() == 1) {
                throw new NotStored(new IllegalStateException("the disk is full"));
            }
            return models.generate(request);
        };
        models.says("Gravity is a pull.");
        try (var atelier = new TestAtelier(folder, chat, noted)) {
            assertThat(atelier.says("ada", "what is gravity?").text()).contains("Gravity is a pull.");
            assertThat(asked).hasValue(2);
            assertThat(atelier.used("ada")).isOne();
        }
    }

    @Test
    void workThatOverflowsTheStackFailsAtOnceAndCostsNothing() {
        Creator<Intent.ComposeMelody> deep = (_, _) -> {
            throw new StackOverflowError();
        };
        try (var atelier = new TestAtelier(folder, chat, models, FREE, deep)) {
            assertThat(atelier.says("ada", "a melody").text()).contains("went wrong on my side", "Nothing was charged");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void errandsCostNothingButNobodyHasManyAtOnce() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, TestAtelier.quick(), false)) {
            atelier.opensDoors();
            for (var time = 0; time < 5; time++) {
                chat.says("ada", "/model stats");
            }
            chat.says("bob", "/model stats");
            atelier.startsWork();
            atelier.awaitIdle();

            assertThat(chat.shownTo("ada")).filteredOn(post -> post.text().contains("still at work on 3 things"))
                    .hasSize(2);
            assertThat(chat.shownTo("bob")).noneMatch(post -> post.text().contains("still at work"));
            assertThat(atelier.says("ada", "/model stats").text()).doesNotContain("still at work");
        }
    }

    @Test
    void whatIsStoppedBeforeItBeganSaysSoWhereTheAnswerWouldHaveBeen() {
        var opened = new CountDownLatch(1);
        Creator<Intent.ComposeMelody> endless = (_, bench) -> {
            opened.countDown();
            try (var _ = bench.cancellation().onCancel(Thread.currentThread()::interrupt)) {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                throw new java.util.concurrent.CancellationException();
            }
            throw new IllegalStateException();
        };
        var first = new TestAtelier(folder, chat, models, FREE, endless);
        chat.says("ada", "a melody");
        await().until(() -> opened.getCount() == 0);
        first.handsBackAndCloses();

        try (var next = new TestAtelier(folder, chat, models, FREE, TestAtelier.quick(), false)) {
            next.opensDoors();
            chat.presses("ada", "Stop");
            next.startsWork();
            next.awaitIdle();

            assertThat(chat.shownTo("ada")).singleElement().satisfies(post -> {
                assertThat(post.text()).contains("Stopped. Nothing was charged.");
                assertThat(post.buttons()).extracting(Button::label).doesNotContain("Stop");
            });
            assertThat(next.used("ada")).isZero();
        }
    }

    @Test
    void aFloodIsNotAnsweredWithAFlood() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 2, 1, true, 1),
                TestAtelier.quick())) {
            for (var number = 0; number < 50; number++) {
                chat.says("ada", "/help");
            }
            atelier.awaitIdle();

            assertThat(chat.textsTo("ada")).hasSizeLessThan(8).anyMatch(text -> text.contains("in a minute"));
        }
    }

    @Test
    void aPressThatComesTooSoonIsToldOnlyToThePresser() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 1, 1, true, 1),
                TestAtelier.quick())) {
            atelier.says("ada", "a melody");
            chat.presses("ada", "Regenerate");
            atelier.awaitIdle();

            await().until(() -> chat.notices().stream().anyMatch(notice -> notice.contains("try again in")));
            assertThat(chat.shownTo("ada")).hasSize(1);
        }
    }

    @Test
    void againMeansWhatFailedNotWhatCameBefore() {
        models.says("Paris.").fails(Failure.NO_MODEL, "No model answers.").says("```python\nprint(1)\n```");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "What is the capital of France?");
            atelier.clock.advance(Duration.ofSeconds(1));
            atelier.says("ada", "/code a counter in Python");
            atelier.says("ada", "again");

            assertThat(models.words(2)).contains("counter");
        }
    }

    @Test
    void wordsMadeToOverflowTheUnderstandingAreSurvived() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            for (var piece : new String[]{"a", "a ", "a, ", "🎵", "(", "1", "make a song ", "/", "\n", "not not "}) {
                models.says("ok");
                assertThat(atelier.says("ada", piece.repeat(31_000 / piece.length())).text()).isNotEmpty();
            }
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
        }
    }
}
