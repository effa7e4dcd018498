package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    @Test
    void everyCommandFitsTheStrictestPlatform() {
        for (var command : CommandTable.ALL) {
            assertThat(command.name()).matches("[a-z0-9_]{1,32}");
            assertThat(command.description()).isNotBlank().hasSizeLessThanOrEqualTo(100);
            assertThat(command.options()).hasSizeLessThanOrEqualTo(25).doesNotHaveDuplicates();
            assertThat(command.options()).allSatisfy(option -> {
                assertThat(option.name()).matches("[a-z0-9_]{1,32}");
                assertThat(option.description()).isNotBlank().hasSizeLessThanOrEqualTo(100);
                assertThat(option.choices()).hasSizeLessThanOrEqualTo(25);
            });
            assertThat(command.options().stream().map(Option::required).toList())
                    .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        }
        assertThat(CommandTable.ALL).extracting(Command::name).doesNotHaveDuplicates();
    }

    @Test
    void everyCommandIsUnderstood() {
        var parser = new IntentParser();
        for (var command : CommandTable.ALL) {
            var intent = parser.parse("/" + command.name() + " a song about rain", null, Situation.NONE).intent();
            assertThat(intent.kind() == Intent.Kind.GENERAL_HELP).describedAs(command.name())
                    .isEqualTo(command.name().equals("help"));
        }
    }

    @Test
    void onlyWhatWorksTodayIsRegistered() {
        assertThat(CommandTable.available()).extracting(Command::name).containsExactlyInAnyOrderElementsOf(
                Set.of("create", "code", "review", "explain", "game", "lyrics", "melody", "topline", "song", "log",
                        "compare", "model",
                        "provider",
                        "new", "conversation",
                        "history",
                        "stop", "retry", "diff", "undo", "template", "quota", "usage", "plan", "samples", "help",
                        "privacy", "settings", "mydata", "subscribe", "link", "terms", "paysupport", "report",
                        "admin", "persona"));
    }

    @Test
    void everyCreatingCommandTakesItsWordsAsPrompt() {
        assertThat(CommandTable.ALL).filteredOn(command -> command.group() == Command.Group.CREATE)
                .allSatisfy(command -> assertThat(command.options().getFirst().name()).isEqualTo("prompt"));
    }
}
