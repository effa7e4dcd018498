package atelier.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which models are named in the words of a comparison, and what they are to be asked.
class ContestantsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write a haiku about rain models: llama3.2, gemma3    | llama3.2;gemma3       | write a haiku about rain
            models: fast llama, ollama/gemma3:4b; write a haiku  | fast llama;ollama/gemma3:4b | write a haiku
            write a haiku. Models = llama3 and gemma3 & qwen     | llama3;gemma3;qwen    | write a haiku.
            compare llama3 and mistral on sorting algorithms     | llama3;mistral        | sorting algorithms
            compare llama3.2, gemma3:4b: write a haiku           | llama3.2;gemma3:4b    | write a haiku
            pit llama3 against gemma: explain gravity            | llama3;gemma          | explain gravity
            gpt-4 vs claude on a haiku                           | gpt-4;claude          | a haiku
            head to head: mistral, phi and gemini                | mistral;phi;gemini    | ''
            write a haiku with llama3.2 and gemma3               | llama3.2;gemma3       | write a haiku
            write a haiku with llama3.2 and gemma3 and compare   | llama3.2;gemma3       | write a haiku
            compare the answers of gemini and gpt                | gemini;gpt            | ''
            vergleiche llama3 und gemma: schreib ein Haiku       | llama3;gemma          | schreib ein Haiku
            compare all my models                                | ''                    | ''
            compare two models                                   | ''                    | ''
            сравни модели                                        | ''                    | ''
            run this on two models and compare: write a haiku    | ''                    | write a haiku
            have three models write the same haiku               | ''                    | write the same haiku
            write a poem about a llama and a falcon              | ''                    | write a poem about a llama and a falcon
            explain how quicksort and mergesort differ           | ''                    | explain how quicksort and mergesort differ
            write a class: two fields, a and b                   | ''                    | write a class: two fields, a and b
            run a marathon plan for me                           | ''                    | run a marathon plan for me
            """)
    void namesAndRequestAreToldApart(String words, String models, String request) {
        var asked = Contestants.in(words);

        assertThat(String.join(";", asked.models())).isEqualTo(models);
        assertThat(asked.request()).isEqualTo(request);
    }
}
