package atelier.generation.bench;

import atelier.generation.Prompt;
import java.util.function.Predicate;

/// One thing a model is asked, and how to tell that it did it.
///
/// @param name   short words for people
/// @param passes whether an answer is as it was asked for; hostile answers are answers, too
public record BenchTask(String name, Prompt prompt, Predicate<String> passes) {}
