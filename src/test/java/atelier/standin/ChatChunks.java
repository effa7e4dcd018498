package atelier.standin;

/// The chunks of `/v1/chat/completions`, as OpenAI made them and everybody copies them.
///
/// @param crash what the server says when it fails in the middle
record ChatChunks(ModelStandIn standIn, String model, String crash) implements Wire {
    @Override
    public String type() {
        return "text/event-stream";
    }

    private String chunk(String choices, String rest) {
        return raw("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1795255200,\"model\":"
                + Text.quoted(model) + ",\"choices\":[" + choices + "]" + rest + "}");
    }

    private String delta(String delta, String finish) {
        return chunk("{\"index\":0,\"delta\":{" + delta + "},\"logprobs\":null,\"finish_reason\":" + finish + "}",
                "");
    }

    @Override
    public String opening() {
        return delta("\"role\":\"assistant\",\"content\":null", "null");
    }

    @Override
    public String text(String piece) {
        return delta("\"content\":" + Text.quoted(piece), "null");
    }

    @Override
    public String thought(String words) {
        return delta("\"reasoning_content\":" + Text.quoted(words), "null");
    }

    @Override
    public String last(String reason) {
        String finish = reason.endsWith("blocked") ? "content_filter" : reason;
        return delta("", "\"" + finish + "\"") + chunk("", ",\"usage\":{\"prompt_tokens\":" + standIn.promptTokens
                + ",\"completion_tokens\":" + standIn.outputTokens + ",\"total_tokens\":"
                + (standIn.promptTokens + standIn.outputTokens)
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + standIn.cachedTokens + "}"
                + "}")
                + raw("[DONE]");
    }

    @Override
    public String error() {
        return "event: error\n" + raw("{\"error\":{\"message\":" + Text.quoted(crash) + "}}");
    }

    @Override
    public String raw(String text) {
        return "data: " + text + "\n\n";
    }
}
