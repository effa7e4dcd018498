package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.adapter.discord.SlashCommand;
import atelier.adapter.discord.SlashOption;
import atelier.adapter.telegram.BotCommand;
import atelier.intent.Command;
import atelier.intent.CommandTable;
import atelier.intent.CommandWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is registered at the platforms in each language keeps to their limits.
class CommandLanguagesTest {
    private static final Set<String> TAGS = Set.of("en-US", "en-GB", "de", "es-ES", "es-419", "fr", "pt-BR", "ru",
            "zh-CN", "zh-TW");
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
    private static final int MOST_IN_A_COMMAND = 8000;

    @Test
    void everyCommandIsNamedAndDescribedInEveryLanguageOfDiscord() {
        for (var command : Commands.slash()) {
            assertThat(command.names().keySet()).isEqualTo(TAGS);
            assertThat(command.descriptions().keySet()).isEqualTo(TAGS);
            areNames(command.names().values());
            areDescriptions(command.descriptions().values());
            assertThat(command.names()).containsEntry("en-US", command.name());
            assertThat(command.forms().values()).allSatisfy(asked -> assertThat(asked).hasSizeBetween(1, 45));
            command.options().forEach(CommandLanguagesTest::isLocalised);
        }
    }

    private static void isLocalised(SlashOption option) {
        assertThat(option.names().keySet()).isEqualTo(TAGS);
        assertThat(option.descriptions().keySet()).isEqualTo(TAGS);
        areNames(option.names().values());
        areDescriptions(option.descriptions().values());
        option.choices().forEach(choice -> {
            var names = option.choiceNames().getOrDefault(choice, Map.of());
            assertThat(names.keySet()).isEqualTo(TAGS);
            areDescriptions(names.values());
        });
    }

    private static void areNames(Collection<String> names) {
        assertThat(names).allSatisfy(name -> assertThat(name).matches(NAME).isLowerCase());
    }

    private static void areDescriptions(Collection<String> descriptions) {
        assertThat(descriptions).allSatisfy(text -> assertThat(text).hasSizeBetween(1, 100));
    }

    @Test
    void noTwoCommandsShareANameInAnyLanguage() {
        for (var tag : TAGS) {
            assertThat(Commands.slash().stream().map(command -> command.names().get(tag))).doesNotHaveDuplicates();
            for (var command : Commands.slash()) {
                assertThat(command.options().stream().map(option -> option.names().get(tag)))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void noCommandIsLongerThanDiscordTakes() {
        assertThat(Commands.slash()).allSatisfy(
                command -> assertThat(longest(command)).isLessThanOrEqualTo(MOST_IN_A_COMMAND));
    }

    private static int longest(SlashCommand command) {
        var ofOptions = command.options().stream().mapToInt(option -> length(option.names(), option.descriptions())
                + option.choices().stream()
                        .mapToInt(choice -> choice.length()
                                + length(option.choiceNames().getOrDefault(choice, Map.of()), Map.of()))
                        .sum())
                .sum();
        return length(command.names(), command.descriptions()) + ofOptions;
    }

    private static int length(Map<String, String> names, Map<String, String> descriptions) {
        return Stream.of(names, descriptions)
                .mapToInt(texts -> texts.values().stream().mapToInt(String::length).max().orElse(0)).sum();
    }

    @Test
    void theTableSaysTheSameAsItsEnglishWords() {
        for (var command : CommandTable.ALL) {
            assertThat(CommandWords.description(command).inEnglish()).isEqualTo(command.description());
            assertThat(CommandWords.name(command).inEnglish()).isEqualTo(command.name());
            command.options().forEach(option -> {
                assertThat(CommandWords.description(command, option).inEnglish()).isEqualTo(option.description());
                assertThat(CommandWords.name(option).inEnglish()).isEqualTo(option.name());
            });
        }
    }

    @Test
    void theMenuOfTelegramIsInEveryLanguageButLeavesOnesOwnMattersOutOfGroups() {
        assertThat(Commands.telegram()).allSatisfy(command -> assertThat(command.localised().keySet())
                .isEqualTo(Set.of("de", "es", "fr", "pt", "ru", "zh")));
        var own = new HashSet<>(Commands.telegram().stream().filter(BotCommand::ofOneself).map(BotCommand::name)
                .toList());
        assertThat(own).contains("quota", "usage", "settings", "provider").doesNotContain("song", "help", "stop");
    }

    @Test
    void theMenuOfAMessageIsInEveryLanguage() {
        assertThat(Commands.onMessages()).allSatisfy(command -> {
            assertThat(command.labels().keySet()).isEqualTo(TAGS);
            assertThat(command.labels().values()).allSatisfy(label -> assertThat(label).hasSizeBetween(1, 32));
        });
    }

    @Test
    void everyGroupOfCommandsThatWorkHasSome() {
        var groups = List.of(Command.Group.CREATE, Command.Group.UNDERSTAND, Command.Group.STEER, Command.Group.MODELS,
                Command.Group.CONVERSATION, Command.Group.ACCOUNT, Command.Group.HELP);
        assertThat(CommandTable.available().stream().map(Command::group)).containsAll(groups);
    }
}
