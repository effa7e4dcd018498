package atelier.generation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.usage.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final Model LLAMA = new Model("llama3.2:latest", "ollama", true, true, 0, Model.State.HEALTHY, 5);
    private static final Call.For ADA = new Call.For("j1", 7, "TELEGRAM:42", 3, "MANAGE_MODELS");

    private static final Phrases ENGLISH = Phrases.of(Language.ENGLISH);

    private final List<Call> recorded = new ArrayList<>();
    private final List<BenchReport.Row> progress = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void everyTaskIsAskedOnceAndRecordedWithItsVerdict() {
        var report = run(prompt -> answered(prompt.contains("red, green") ? "BLUE\nGREEN\nRED" : "I do not know"));

        assertThat(report.rows()).hasSize(BenchTasks.ALL.size()).isEqualTo(progress);
        assertThat(report.passed()).isEqualTo(1);
        assertThat(report.medianFirstTokenMs()).isEqualTo(200);
        assertThat(report.totalMs()).isEqualTo(7200);
        assertThat(report.tokensPerSecond()).isEqualTo(50);
        assertThat(report.lines(ENGLISH)).contains("- ✅ instructions: first words 0.2 s, whole 1.2 s, 50 tokens/s")
                .contains("- ❌ rhyme: first words 0.2 s, whole 1.2 s, 50 tokens/s").first().asString()
                .isEqualTo(
                        "**llama3.2:latest**: 1 of 6 tasks right, half began within 0.2 s, 7.2 s in all, 50 tokens/s");
        assertThat(report.lines(Phrases.of(Language.GERMAN)))
                .contains("- ✅ Anweisungen: erste Worte 0,2 s, ganz 1,2 s, 50 Token/s").first().asString().isEqualTo(
                        "**llama3.2:latest**: 1 von 6 Aufgaben richtig, die Hälfte begann binnen 0,2 s, insgesamt 7,2 s, 50 Token/s");
        assertThat(recorded).hasSize(6).allSatisfy(call -> {
            assertThat(call.id()).isEqualTo("ollama/llama3.2:latest");
            assertThat(call.whom()).isEqualTo(new Call.For("j1", 7, "TELEGRAM:42", 3, Call.BENCH));
        });
        assertThat(recorded).extracting(Call::outcome).containsExactly("wrong", "wrong", "wrong", "done", "wrong",
                "wrong");
    }

    @Test
    void codeHasToPassTheChecksOfOtherCodeToo() {
        Function<String, Answer> sound = _ -> answered(method("return text.length();"));
        Function<String, Answer> unsound = _ -> answered(method("return 0; /* unsound */"));

        assertThat(run(sound).rows().getFirst().passed()).isTrue();
        assertThat(run(unsound).rows().getFirst().passed()).isFalse();
    }

    private static String method(String body) {
        return "static int countVowels(String text) {\n    " + body + "\n}";
    }

    @Test
    void aModelThatCannotBeAskedIsNotAskedSixTimes() {
        var report = run(_ -> failed(Failure.UNREACHABLE));

        assertThat(report.rows()).isEmpty();
        assertThat(report.lines(ENGLISH)).containsExactly("**llama3.2:latest**: It went wrong.");
        assertThat(recorded).isEmpty();
    }

    @Test
    void oneFailureIsCountedAndTheOthersGoOn() {
        var report = run(prompt -> prompt.contains("Lisbon") ? failed(Failure.TIMEOUT) : answered("?"));

        assertThat(report.rows()).hasSize(6);
        assertThat(report.lines(ENGLISH)).contains("- ❌ JSON: It went wrong.");
        assertThat(recorded.get(1).outcome()).isEqualTo("TIMEOUT");
    }

    @Test
    void stoppingKeepsWhatThereIs() {
        var report = run(prompt -> {
            if (!prompt.contains("Lisbon")) {
                return answered("?");
            }
            cancellation.cancel();
            return failed(Failure.CANCELLED);
        });

        assertThat(report.rows()).hasSize(1);
        assertThat(report.lines(ENGLISH)).last().isEqualTo("Stopped.");
        assertThat(recorded).hasSize(1);
    }

    private BenchReport run(Function<String, Answer> model) {
        return new Bench((_, prompt, _) -> model.apply(words(prompt)), java -> !java.contains("unsound"), recorded::add,
                SettableClock.at("2026-11-21T12:00:00Z")).run(LLAMA, ADA, progress::add, cancellation);
    }

    private static String words(Prompt prompt) {
        return prompt.turns().getLast().text();
    }

    private static Answer answered(String text) {
        return new Answer.Answered(text, "llama3.2", "ollama", true, 200, 1200, 10, 50, 0, List.of());
    }

    private static Answer failed(Failure failure) {
        return new Answer.Failed(failure, "", "It went wrong.", List.of());
    }
}
