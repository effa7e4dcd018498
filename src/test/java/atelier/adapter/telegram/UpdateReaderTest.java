package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateReaderTest {
    private final UpdateReader reader = new UpdateReader(new Addressed("42", "atelier_bot", Set.of("code", "help")),
            Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "nothing", textBlock = """
            hello all                              ¦ nothing
            @atelier_bot hello                     ¦ hello
            hello @Atelier_Bot, make a game        ¦ hello make a game
            @atelier_botany is another             ¦ nothing
            mail x@atelier_bot                     ¦ nothing
            /code snake                            ¦ /code snake
            /code@atelier_bot snake                ¦ /code snake
            /code@ATELIER_BOT                      ¦ /code
            /code@other_bot snake                  ¦ nothing
            /unheard of it                         ¦ nothing
            /unheard@atelier_bot of it             ¦ /unheard of it
            """)
    void inAGroupOnlyWordsForTheBotCount(String said, String heard) {
        assertThat(read(inGroup("\"text\": \"" + said + "\"")).map(Message::text).orElse(null)).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "nothing", textBlock = """
            hello all                    ¦ hello all
            /unheard of it               ¦ /unheard of it
            /code@atelier_bot snake      ¦ /code snake
            /code@other_bot snake        ¦ nothing
            @atelier_bot hello           ¦ hello
            """)
    void inPrivateEverythingIsForTheBot(String said, String heard) {
        var update = update("\"text\": \"" + said + "\"", "{\"id\": 7, \"type\": \"private\"}", false);

        assertThat(read(update).map(Message::text).orElse(null)).isEqualTo(heard);
    }

    @Test
    void aReplyToTheBotIsForTheBotAndBringsWhatItQuotes() {
        var message = read(inGroup("\"text\": \"shorter\", \"reply_to_message\": {\"message_id\": 3, \"text\":"
                + " \"A long answer\", \"from\": {\"id\": 42, \"is_bot\": true}}")).orElseThrow();

        assertThat(message.text()).isEqualTo("shorter");
        assertThat(message.repliesTo()).isEqualTo("3");
        assertThat(message.quoted()).isEqualTo("A long answer");
    }

    @Test
    void aReplyToSomebodyElseIsNot() {
        assertThat(read(inGroup("\"text\": \"shorter\", \"reply_to_message\": {\"message_id\": 3, \"text\": \"x\","
                + " \"from\": {\"id\": 9}}"))).isEmpty();
    }

    @Test
    void theMemberListsLinkToTheBotIsAMention() {
        assertThat(read(inGroup("\"text\": \"Atelier hello\", \"entities\": [{\"type\": \"text_mention\", \"offset\":"
                + " 0, \"length\": 7, \"user\": {\"id\": 42}}]")).orElseThrow().text()).isEqualTo("hello");
    }

    @Test
    void aTopicIsAChatOfItsOwnAndItsOpeningMessageNoReply() {
        var message = read(inGroup("\"text\": \"/help\", \"is_topic_message\": true, \"message_thread_id\": 77,"
                + " \"reply_to_message\": {\"message_id\": 77, \"forum_topic_created\": {}, \"from\": {\"id\": 42}}"))
                .orElseThrow();

        assertThat(message.chat().id()).isEqualTo("-100:77");
        assertThat(message.repliesTo()).isNull();
    }

    @Test
    void aThreadOfRepliesIsNoTopic() {
        assertThat(read(inGroup("\"text\": \"/help\", \"message_thread_id\": 77")).orElseThrow().chat().id())
                .isEqualTo("-100");
    }

    @Test
    void theSpeakersLanguageAndNumberComeAlong() {
        var sender = read(inGroup("\"text\": \"/help\"")).orElseThrow().sender();

        assertThat(sender.id()).isEqualTo("7");
        assertThat(sender.locale()).isEqualTo(Locale.forLanguageTag("pt-br"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            "document": {"file_id": "A", "file_name": "a.zip", "mime_type": "application/zip", "file_size": 9} ¦ a.zip ¦ application/zip ¦ A
            "voice": {"file_id": "B", "duration": 3}                                                           ¦ voice.ogg ¦ audio/ogg ¦ B
            "audio": {"file_id": "C", "file_name": "song.flac", "mime_type": "audio/flac"}                     ¦ song.flac ¦ audio/flac ¦ C
            "photo": [{"file_id": "small", "width": 9}, {"file_id": "big", "width": 900}]                      ¦ photo.jpg ¦ image/jpeg ¦ big
            """)
    void filesComeWithNameTypeAndReference(String json, String name, String type, String reference) {
        var message = read(update(json, "{\"id\": 7, \"type\": \"private\"}", false)).orElseThrow();

        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo(name);
            assertThat(file.mediaType()).isEqualTo(type);
            assertThat(file.reference()).isEqualTo(reference);
        });
    }

    @Test
    void aCommandInReplyToAFileTakesThatFile() {
        var message = read(inGroup("\"text\": \"/code review\", \"reply_to_message\": {\"message_id\": 3, \"from\":"
                + " {\"id\": 9}, \"document\": {\"file_id\": \"A\", \"file_name\": \"a.py\"}}")).orElseThrow();

        assertThat(message.attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("a.py"));
    }

    @Test
    void otherBotsEditsAndJoinsAreIgnored() {
        assertThat(read(update("\"text\": \"hi\"", "{\"id\": 7, \"type\": \"private\"}", true))).isEmpty();
        assertThat(read("{\"update_id\": 1, \"edited_message\": {\"text\": \"hi\"}}")).isEmpty();
        assertThat(read(inGroup("\"new_chat_members\": [{\"id\": 42}]"))).isEmpty();
        assertThat(read("{\"update_id\": 1, \"something_new\": {}}")).isEmpty();
    }

    private Optional<Message> read(String update) {
        try {
            return reader.read(new ObjectMapper().readTree(update)).map(Message.class::cast);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(update, e);
        }
    }

    private static String inGroup(String content) {
        return update(content, "{\"id\": -100, \"type\": \"supergroup\"}", false);
    }

    private static String update(String content, String chat, boolean isBot) {
        return """
                {"update_id": 1, "message": {"message_id": 5, "date": 1, "chat": %s, %s,
                 "from": {"id": 7, "is_bot": %s, "first_name": "ada", "language_code": "pt-br"}}}"""
                .formatted(chat, content, isBot);
    }
}
