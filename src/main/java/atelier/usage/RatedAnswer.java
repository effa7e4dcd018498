package atelier.usage;

import java.time.Instant;

/// What a person asked, what a model answered, and what the person thought of it.
///
/// @param prompt the person's own words
/// @param model  such as `ollama/llama3.2:latest`
/// @param task   kind of intent
/// @param at     when it was answered
public record RatedAnswer(String prompt, String answer, String model, boolean liked, String task, Instant at) {}
