package atelier.generation.bench;

import atelier.generation.Prompt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One thing a model is asked, and how to tell that it did it.
///
/// @param name   what people call it in their language stands under this name, such as `json`
/// @param file   makes a file in Java of an answer, to be checked like any other code; gives an empty text where no code was asked for
/// @param passes whether an answer is as it was asked for; hostile answers are answers, too
public record BenchTask(String name, Prompt prompt, UnaryOperator<String> file, Predicate<String> passes) {}
