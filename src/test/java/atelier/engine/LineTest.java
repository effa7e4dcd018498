package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wishes that come while others are under way.
class LineTest {
    private static final Tier FREE = new Tier("free", 25, 100, 1, true, 1);
    private static final Tier TWO = new Tier("free", 25, 100, 2, true, 1);

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();
    private final Held melody = new Held();
    @TempDir
    private Path folder;

    @Test
    void aSecondWishWaitsItsTurnAndIsFulfilled() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, melody)) {
            chat.says("ada", "a melody in C");
            melody.awaitBegun();
            chat.says("ada", "a melody in D");
            await().until(() -> said("In line: I begin when your wish before it is done"));
            assertThat(atelier.used("ada")).as("both are reserved").isEqualTo(2);
            melody.release();
            atelier.awaitIdle();

            assertThat(melody.begun()).isEqualTo(2);
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void asManyAreUnderWayAsTheTierAllowsAndNoMore() {
        try (var atelier = new TestAtelier(folder, chat, models, TWO, melody)) {
            for (var wish = 0; wish < 5; wish++) {
                chat.says("ada", "a melody in C, number " + wish);
            }
            await().until(() -> melody.begun() == 2);
            await().until(() -> said("In line: I begin when your 4 wishes before it are done"));
            melody.release();
            atelier.awaitIdle();

            assertThat(melody.begun()).isEqualTo(5);
            assertThat(melody.mostAtOnce()).isEqualTo(2);
        }
    }

    @Test
    void whatNobodyCouldRememberIsRefusedAndCostsNothing() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, melody)) {
            for (var wish = 0; wish < 5; wish++) {
                chat.says("ada", "a melody in C, number " + wish);
            }
            await().until(() -> said("3 of your wishes wait already"));
            assertThat(atelier.used("ada")).isEqualTo(4);
            melody.release();
            atelier.awaitIdle();

            assertThat(melody.begun()).isEqualTo(4);
        }
    }

    @Test
    void aTeamWithFiftyWishesUnderWayIsAskedToComeBackAtOnceAndAtNoCost() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, melody)) {
            for (var person = 0; person < 50; person++) {
                chat.saysInGroup("p" + person, "-100", "a melody in C");
            }
            var before = System.nanoTime();
            chat.saysInGroup("ada", "-100", "a melody in D");
            await().until(() -> chat.textsTo("-100").stream().anyMatch(text -> text.contains("50 wishes from here")));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            chat.says("ada", "a melody in E");
            await().until(() -> atelier.used("ada") == 1);

            melody.release();
            atelier.awaitIdle();
            chat.saysInGroup("ada", "-100", "a melody in F");
            atelier.awaitIdle();

            assertThat(melody.begun()).as("50 from the team, one said in private, one when there was room")
                    .isEqualTo(52);
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void stopDropsWhatWaitsToo() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, melody)) {
            chat.says("ada", "a melody in C");
            melody.awaitBegun();
            chat.says("ada", "a melody in D");
            chat.says("ada", "stop");
            atelier.awaitIdle();

            assertThat(melody.begun()).isEqualTo(1);
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void whatWaitsSurvivesTheProcess() {
        var first = new TestAtelier(folder, chat, models, FREE, melody);
        chat.says("ada", "a melody in C");
        melody.awaitBegun();
        chat.says("ada", "a melody in D");
        await().until(() -> said("In line"));
        first.handsBackAndCloses();

        melody.release();
        try (var next = new TestAtelier(folder, chat, models, FREE, melody)) {
            next.awaitIdle();
            assertThat(next.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void nobodyElseWaitsForIt() {
        try (var atelier = new TestAtelier(folder, chat, models, FREE, melody)) {
            chat.says("ada", "a melody in C");
            melody.awaitBegun();
            chat.says("ada", "a melody in D");
            chat.says("bob", "a melody in E");
            await().until(() -> melody.begun() == 2);
            melody.release();
            atelier.awaitIdle();
        }
    }

    private boolean said(String words) {
        return chat.textsTo("ada").stream().anyMatch(text -> text.contains(words));
    }
}
