package atelier.generation.bench;

import atelier.generation.Prompt;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tasks of the bench, the same for every model and every time.
public final class BenchTasks {
    /// In the order they are asked.
    public static final List<BenchTask> ALL = List.of(
            new BenchTask("code",
                    prompt("""
                            Write a Java method `static int countVowels(String text)` that returns how many of the letters a, e, i, o and u\
                             the text contains, in either case. Answer with the code of this method only.""",
                            null),
                    Checks::file, Checks::isMethod),
            task("json", "Describe the city of Lisbon as JSON: name, country, population, and exactly three landmarks."
                    + " Answer with the JSON object only.",
                    """
                            {"type": "object", "additionalProperties": false,
                             "required": ["name", "country", "population", "landmarks"],
                             "properties": {"name": {"type": "string"}, "country": {"type": "string"},
                               "population": {"type": "integer"},
                               "landmarks": {"type": "array", "items": {"type": "string"}, "minItems": 3, "maxItems": 3}}}""",
                    Checks::isCity),
            task("explanation", "Explain to a child of ten years, in at most three sentences, why the sky is blue.",
                    Checks::isExplanation),
            task("instructions",
                    "Write the colours red, green and blue in the opposite order, one in each line, in capital"
                            + " letters, and nothing else.",
                    Checks::isReversed),
            task("german", "Schreibe genau einen deutschen Satz, in dem das Wort „Herbst“ vorkommt, und sonst nichts.",
                    Checks::isGermanSentence),
            task("rhyme",
                    "Write two lines of verse that rhyme. The first line must end with the word “light”. Write nothing"
                            + " but the two lines.",
                    Checks::isRhyme));

    /// Brings a model into memory; nobody looks at the answer.
    static final Prompt WARM_UP = prompt("Say yes.", null);

    private static final int MOST_TOKENS = 2000;

    private BenchTasks() {}

    private static BenchTask task(String name, String words, Predicate<String> passes) {
        return new BenchTask(name, prompt(words, null), _ -> "", passes);
    }

    private static BenchTask task(String name, String words, String schema, Predicate<String> passes) {
        return new BenchTask(name, prompt(words, schema), _ -> "", passes);
    }

    private static Prompt prompt(String words, @Nullable String schema) {
        return new Prompt("Do exactly what is asked.", List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, words)),
                new Prompt.Sampling(0.0, MOST_TOKENS), schema);
    }
}
