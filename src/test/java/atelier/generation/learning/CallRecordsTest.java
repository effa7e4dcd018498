package atelier.generation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.generation.Failure;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Terms;
import atelier.generation.Trouble;
import atelier.usage.Call;
import atelier.usage.Cost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRecordsTest {
    private static final Model FLASH = new Model("flash-latest", "gemini", false, true, 0, Model.State.HEALTHY, 5);
    private static final Terms.Cause CAUSE = new Terms.Cause(7, "TELEGRAM:42", 3, "j1", "CHAT");
    private static final Call.For WHOM = new Call.For("j1", 7, "TELEGRAM:42", 3, "CHAT");

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final List<Call> recorded = new ArrayList<>();
    private final CallRecords records = new CallRecords(recorded::add, clock);

    @Test
    void anAnswerIsRecordedUnderTheNameTheModelIsRoutedBy() {
        records.ended(CAUSE, FLASH, new Outcome.Done("hi", "flash-2.5-001", 200, 900, 10, 4, 20), Cost.of(0.25));

        assertThat(recorded).containsExactly(new Call(WHOM, "flash-latest", "gemini", false, new Call.Tokens(10, 4, 20),
                200, 900, Call.DONE, 0.25, clock.instant()));
        assertThat(recorded.getFirst().id()).isEqualTo(FLASH.id());
    }

    @Test
    void aFailureIsRecordedByItsNameWithWhatItCost() {
        records.ended(CAUSE, FLASH, new Outcome.Broken(Trouble.lasting(Failure.TIMEOUT, "no answer"), "par"),
                Cost.of(0.01));

        assertThat(recorded).containsExactly(
                new Call(WHOM, "flash-latest", "gemini", false, Call.Tokens.NONE, 0, 0, "TIMEOUT", 0.01,
                        clock.instant()));
    }

    @Test
    void theBenchIsNotRecordedTwice() {
        records.ended(new Terms.Cause(7, "", 0, "", Call.BENCH), FLASH, new Outcome.Done("hi", "m", 1, 2, 3, 4, 5),
                Cost.NOTHING);

        assertThat(recorded).isEmpty();
    }
}
