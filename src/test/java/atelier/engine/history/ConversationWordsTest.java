package atelier.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Situation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people say of their conversations in their own words, in each of the languages.
class ConversationWordsTest {
    private final IntentParser parser = new IntentParser();

    /// @param meant the request, as records write themselves
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rename this conversation to Holiday plans           | Rename[title=Holiday plans]
            please rename this chat to “Snake in Rust”          | Rename[title=Snake in Rust]
            call this conversation Holiday plans                | Rename[title=Holiday plans]
            change the title of this conversation to Plans      | Rename[title=Plans]
            delete this conversation                            | Delete[which=, isSure=false]
            please delete this chat                             | Delete[which=, isSure=false]
            delete the conversation “Old stuff”                 | Delete[which=Old stuff, isSure=false]
            list my conversations                               | Page[number=1]
            show me all my conversations                        | Page[number=1]
            benenne diese Unterhaltung in Urlaub um             | Rename[title=Urlaub]
            benenne dieses Gespräch um in Urlaub 2027           | Rename[title=Urlaub 2027]
            nenne diese Unterhaltung Urlaub                     | Rename[title=Urlaub]
            lösche diese Unterhaltung                           | Delete[which=, isSure=false]
            lösch diesen Chat bitte                             | Delete[which=, isSure=false]
            zeig mir meine Unterhaltungen                       | Page[number=1]
            liste meine Gespräche auf                           | Page[number=1]
            renombra esta conversación a Vacaciones             | Rename[title=Vacaciones]
            cambia el nombre de esta conversación a Vacaciones  | Rename[title=Vacaciones]
            borra esta conversación                             | Delete[which=, isSure=false]
            elimina este chat                                   | Delete[which=, isSure=false]
            muestra mis conversaciones                          | Page[number=1]
            lista mis conversaciones                            | Page[number=1]
            renomme cette conversation en Vacances              | Rename[title=Vacances]
            appelle cette conversation Vacances                 | Rename[title=Vacances]
            supprime cette conversation                         | Delete[which=, isSure=false]
            efface cette discussion                             | Delete[which=, isSure=false]
            liste mes conversations                             | Page[number=1]
            montre-moi mes conversations                        | Page[number=1]
            renomeie esta conversa para Férias                  | Rename[title=Férias]
            mude o nome desta conversa para Férias              | Rename[title=Férias]
            apague esta conversa                                | Delete[which=, isSure=false]
            exclua esta conversa                                | Delete[which=, isSure=false]
            liste minhas conversas                              | Page[number=1]
            mostre as minhas conversas                          | Page[number=1]
            переименуй этот разговор в Отпуск                   | Rename[title=Отпуск]
            назови эту беседу Отпуск                            | Rename[title=Отпуск]
            удали этот разговор                                 | Delete[which=, isSure=false]
            удали эту беседу                                    | Delete[which=, isSure=false]
            покажи мои разговоры                                | Page[number=1]
            список моих разговоров                              | Page[number=1]
            把这个对话重命名为假期计划                                | Rename[title=假期计划]
            将此对话改名为假期计划                                   | Rename[title=假期计划]
            删除这个对话                                           | Delete[which=, isSure=false]
            删除此对话                                             | Delete[which=, isSure=false]
            列出我的对话                                           | Page[number=1]
            显示我的所有对话                                        | Page[number=1]
            """)
    void theyAreUnderstood(String said, String meant) {
        for (var last : new Situation.@Nullable Artifact[]{null, Situation.Artifact.TEXT, Situation.Artifact.CODE,
                Situation.Artifact.SONG}) {
            var parsed = parser.parse(said, null, new Situation(last, null, false));

            assertThat(parsed.intent()).as("after %s", last).isInstanceOf(Intent.History.class);
            assertThat(parsed.question()).as("after %s", last).isNull();
            assertThat(HistoryRequest.of((Intent.History) parsed.intent())).hasToString(meant);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rename the function to total
            rename it to Moon Run
            write a function that renames files to lower case
            delete the second verse
            schreibe ein Programm, das Dateien umbenennt
            borra la segunda estrofa
            write a chat server that lists conversations
            call this function with three arguments
            """)
    void otherWordsAreNot(String said) {
        assertThat(parser.parse(said, null, Situation.NONE).intent()).isNotInstanceOf(Intent.History.class);
    }
}
