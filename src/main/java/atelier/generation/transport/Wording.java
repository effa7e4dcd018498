package atelier.generation.transport;

import atelier.generation.Prompt;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;

/// Our prompt in the library's words.
final class Wording {
    private Wording() {}

    static ChatRequest of(Prompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.system().isBlank()) {
            messages.add(SystemMessage.from(prompt.system()));
        }
        for (Prompt.Turn turn : prompt.turns()) {
            // The library refuses blank messages, and a model can do nothing with them either.
            String text = turn.text().isBlank() ? "(nothing)" : turn.text();
            messages.add(switch (turn.role()) {
                case PERSON -> UserMessage.from(text);
                case ASSISTANT -> AiMessage.from(text);
            });
        }
        var request = ChatRequest.builder().messages(messages);
        if (prompt.schema() != null) {
            request.responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(JsonSchema
                    .builder().name("answer").rootElement(JsonRawSchema.from(prompt.schema())).build()).build());
        }
        return request.build();
    }

    /// The same for servers that take no schema: its words stand in the instructions.
    static Prompt withoutSchema(Prompt prompt) {
        String form = "Answer with one JSON object and nothing else. It must follow this JSON schema:\n"
                + prompt.schema();
        return new Prompt(prompt.system().isBlank() ? form : prompt.system() + "\n\n" + form, prompt.turns(),
                prompt.sampling(), null);
    }
}
