package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.create.ScriptedRouter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations as people handle them.
class HistoryTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @AutoClose
    private TestAtelier atelier;

    @BeforeEach
    void opens() {
        atelier = new TestAtelier(folder, chat, models);
    }

    private void talks(String person, String words) {
        models.says("About " + words);
        atelier.says(person, "/talk " + words);
    }

    private String heard(int request) {
        return models.asked().get(request).prompt().turns().toString();
    }

    @Test
    void conversationsAreListedByPagesAndOpenedByNumberTitleAndButton() {
        for (int i = 1; i <= 11; i++) {
            talks("ada", "matter number " + i);
            atelier.says("ada", "/new");
        }
        var first = atelier.says("ada", "/conversation");
        assertThat(first.text()).contains("1 to 8 of 11", "1. matter number 11", "8. matter number 4");
        assertThat(atelier.presses("ada", "Older").text()).contains("9. matter number 3", "11. matter number 1");
        assertThat(atelier.says("ada", "/conversation open 11").text())
                .contains("**matter number 1** goes on here", "About matter number 1");
        models.says("Yes.");
        atelier.says("ada", "/talk do you remember?");
        assertThat(heard(11)).contains("matter number 1]").doesNotContain("matter number 2");
        assertThat(atelier.says("ada", "/conversation open matter number 7").text()).contains("**matter number 7**");
        assertThat(atelier.presses("ada", first, "matter number 9").text()).contains("**matter number 9**");
        assertThat(atelier.says("ada", "/conversation open 99").text()).contains("no conversation “99”");
        assertThat(atelier.suggests("ada", "conversation", "prompt", "number 1"))
                .contains("open matter number 1", "open matter number 11").doesNotContain("open matter number 2");
    }

    @Test
    void aConversationIsRenamedAndFoundByTitleAndWordsInAnyCase() {
        talks("ada", "100% of Ёжик_tales");
        assertThat(atelier.says("ada", "/conversation rename The hedgehog").text()).contains("**The hedgehog** now");
        assertThat(atelier.says("ada", "/conversation rename").text()).contains("be called?");
        assertThat(atelier.says("ada", "Hedgehog tales").text()).contains("**Hedgehog tales** now");
        for (var words : new String[]{"hedgehog TALES", "ёжик", "100%", "_TALES", "hedge"}) {
            assertThat(atelier.says("ada", "/history " + words).text()).as(words).contains("- Hedgehog tales");
        }
        for (var words : new String[]{"1_0", "%zzz%", "' or 1=1 --"}) {
            assertThat(atelier.says("ada", "/conversation search " + words).text()).as(words).contains("has “");
        }
        assertThat(atelier.says("ada", "search my conversations for hedgehog").text()).contains("- Hedgehog tales");
        assertThat(atelier.says("ada", "durchsuche meine Gespräche nach hedgehog").text()).contains("Hedgehog tales");
        assertThat(atelier.used("ada")).isEqualTo(1);
    }

    @Test
    void oneRenamesListsAndDeletesInOnesOwnWords() {
        talks("ada", "the sea");
        assertThat(atelier.says("ada", "rename this conversation to Holiday plans").text())
                .contains("**Holiday plans** now");
        assertThat(atelier.says("ada", "benenne diese Unterhaltung in Urlaub um").text()).contains("**Urlaub** now");
        assertThat(atelier.says("ada", "list my conversations").text()).contains("1. Urlaub");
        var sure = atelier.says("ada", "delete this conversation");
        assertThat(sure.text()).contains("Urlaub");
        atelier.presses("ada", sure.buttons().getFirst().label());
        assertThat(atelier.says("ada", "покажи мои разговоры").text()).doesNotContain("Urlaub");
        assertThat(atelier.used("ada")).as("only talking counts").isEqualTo(1);
    }

    @Test
    void oneOpensSearchesAndNamesInOnesOwnWords() {
        talks("ada", "wide rivers");
        atelier.says("ada", "/new");
        talks("ada", "high mountains");

        assertThat(atelier.says("ada", "open the conversation about rivers").text())
                .contains("**wide rivers** goes on here");
        assertThat(atelier.says("ada", "öffne das Gespräch „high mountains“").text())
                .contains("**high mountains** goes on here");
        assertThat(atelier.says("ada", "busca en mis conversaciones rivers").text()).contains("wide rivers");
        assertThat(atelier.says("ada", "重命名对话为 河流").text()).isEqualTo("It is called **河流** now.");
        atelier.says("ada", "/conversation rename");
        assertThat(atelier.says("ada", "rename this conversation to Peaks").text())
                .isEqualTo("It is called **Peaks** now.");
    }

    @Test
    void anOldButtonSaysThatItsConversationIsGone() {
        talks("ada", "wide rivers");
        atelier.says("ada", "/conversation delete");
        atelier.presses("ada", "Delete it");

        assertThat(atelier.presses("ada", "Delete it").text()).startsWith("That conversation is no longer there.");
    }

    @Test
    void anExportHasEveryTurnAndNamesTheFiles() {
        models.says("```python main.py\nprint(1)\n```\n");
        chat.sends("ada", "/code print one in Python", "notes.txt", "some notes".getBytes(StandardCharsets.UTF_8));
        atelier.awaitIdle();
        var exported = atelier.says("ada", "/conversation export");
        assertThat(exported.text()).contains("as Markdown and JSON: 2 turns");
        assertThat(exported.files().keySet()).hasSize(2).anyMatch(it -> it.endsWith(".md"))
                .anyMatch(it -> it.endsWith(".json"));
        assertThat(exported.files().values())
                .allSatisfy(file -> assertThat(file).contains("print one in Python", "notes.txt", "main.py"));
    }

    @Test
    void deletingAsksFirstCanBeUndoneAndGivesNoMessagesBack() {
        talks("ada", "a secret matter");
        assertThat(atelier.says("ada", "delete this conversation").text()).contains("Delete **a secret matter**");
        assertThat(atelier.presses("ada", "Keep it").text()).contains("a secret matter");
        atelier.says("ada", "/conversation delete 1");
        assertThat(atelier.presses("ada", "Delete it").text()).contains("is deleted");
        assertThat(atelier.says("ada", "/conversation").text()).contains("no conversations");
        assertThat(atelier.says("ada", "/history secret").text()).contains("No conversation here");
        assertThat(atelier.presses("ada", "Undo").text()).contains("is back");
        assertThat(atelier.says("ada", "/conversation").text()).contains("a secret matter");
        assertThat(atelier.used("ada")).isEqualTo(1);
    }

    @Test
    void aReplyToAnEarlierAnswerGoesOnFromThereAndTheRestIsKept() {
        talks("ada", "the first matter");
        var first = chat.shownTo("ada").getLast();
        talks("ada", "the second matter");
        models.says("Going on.");
        var answer = atelier.replies("ada", first, "/talk and then?");
        assertThat(answer.text()).contains("Going on.", "Continuing “the first matter” from that point");
        assertThat(heard(2)).contains("the first matter").doesNotContain("the second matter");
        assertThat(atelier.says("ada", "/conversation").text()).contains("of 2");
        models.says("More.");
        atelier.says("ada", "/talk and after that?");
        assertThat(heard(3)).contains("Going on.").doesNotContain("the second matter");
        atelier.presses("ada", "Back to where we were");
        models.says("Once more.");
        atelier.says("ada", "/talk what was it?");
        assertThat(heard(4)).contains("the second matter").doesNotContain("Going on.");
    }

    @Test
    void aReplyToTheLastAnswerOpensNoBranch() {
        talks("ada", "the first matter");
        models.says("Going on.");
        atelier.replies("ada", chat.shownTo("ada").getLast(), "/talk and then?");
        assertThat(chat.textsTo("ada")).noneMatch(it -> it.contains("Continuing"));
        assertThat(atelier.says("ada", "/conversation").text()).contains("of 1");
    }

    private void talksInGroup(String person, String words) {
        models.says("About " + words);
        chat.saysInGroup(person, "-77", "/talk " + words);
        atelier.awaitIdle();
    }

    @Test
    void peopleInAGroupShareAConversationInWhichEachPaysForTheirOwn() {
        talksInGroup("ada", "a boat");
        talksInGroup("bob", "a harbour");
        assertThat(heard(1)).contains("ada: /talk a boat", "bob: a harbour");
        assertThat(atelier.used("ada")).isEqualTo(1);
        assertThat(atelier.used("bob")).isEqualTo(1);
        talks("bob", "something private");
        assertThat(heard(2)).doesNotContain("boat", "harbour");
        chat.saysInGroup("bob", "-77", "/conversation");
        atelier.awaitIdle();
        assertThat(chat.shownTo("-77").getLast().text()).contains("a boat").doesNotContain("private");
        chat.saysInGroup("bob", "-77", "/conversation delete 1");
        atelier.awaitIdle();
        assertThat(chat.shownTo("-77").getLast().text()).contains("Only whoever began");
        assertThat(atelier.says("eve", "/conversation open #1").text())
                .startsWith("That conversation is no longer there.");
        chat.saysInGroup("eve", "-78", "/history boat");
        atelier.awaitIdle();
        assertThat(chat.shownTo("-78").getLast().text()).contains("No conversation here");
    }

    @Test
    void aQuestionToOnePersonInAGroupIsNotAnsweredByAnother() {
        talksInGroup("ada", "a boat");
        chat.saysInGroup("ada", "-77", "/conversation rename");
        atelier.awaitIdle();
        models.says("Hello Bob.");
        chat.saysInGroup("bob", "-77", "good evening everybody, I am here");
        atelier.awaitIdle();
        chat.saysInGroup("ada", "-77", "The boat house");
        atelier.awaitIdle();
        assertThat(chat.shownTo("-77").getLast().text()).contains("**The boat house** now");
    }

    @Test
    void whatOnePersonMadeInAGroupAnotherChangesByTheirWords() {
        models.says("```python main.py\nprint(1)\n```\n").says("```python main.py\nprint(2)\n```\n");
        chat.saysInGroup("ada", "-77", "/code print one in Python");
        atelier.awaitIdle();
        chat.saysInGroup("bob", "-77", "change it to print two");
        atelier.awaitIdle();
        assertThat(models.words(1)).contains("print(1)");
        assertThat(chat.shownTo("-77").getLast().files()).containsValue("print(2)\n");
        assertThat(atelier.used("bob")).isEqualTo(1);
    }
}
