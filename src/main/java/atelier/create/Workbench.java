package atelier.create;

import atelier.generation.Cancellation;
import atelier.generation.Prompt;
import atelier.generation.Terms;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a [Creator] works with besides the intent.
///
/// @param history      earlier turns of the conversation, oldest first, already cut to a token budget
/// @param materials    text files the person sent along, named
/// @param work         what is to be changed; null when something new is made
/// @param terms        which models may be asked
/// @param seed         makes built-in makers repeatable
/// @param onText       newest state of the growing answer (the whole text so far), for the progress message
/// @param cancellation stops the work
/// @param manner       how to speak with the person
public record Workbench(List<Prompt.Turn> history, List<Material> materials, @Nullable Work work, Terms terms,
        long seed, Consumer<String> onText, Cancellation cancellation, Manner manner) {
    public Workbench {
        history = List.copyOf(history);
        materials = List.copyOf(materials);
    }

    /// In no special manner.
    public Workbench(List<Prompt.Turn> history, List<Material> materials, @Nullable Work work, Terms terms,
            long seed, Consumer<String> onText, Cancellation cancellation) {
        this(history, materials, work, terms, seed, onText, cancellation, Manner.PLAIN);
    }

    /// The same with other files sent along.
    public Workbench with(List<Material> others) {
        return new Workbench(history, others, work, terms, seed, onText, cancellation, manner);
    }

    /// In the person's language.
    public Phrases phrases() {
        return manner.phrases();
    }

    /// For something new.
    public Workbench(List<Prompt.Turn> history, List<Material> materials, Terms terms, long seed,
            Consumer<String> onText, Cancellation cancellation) {
        this(history, materials, null, terms, seed, onText, cancellation);
    }

    /// Something made earlier.
    ///
    /// @param request what its first version was asked for with
    /// @param version which version it is, from 1
    public record Work(String request, int version, List<Artifact> files) {
        public Work {
            files = List.copyOf(files);
        }

        /// The files a model can read.
        public List<Material> texts() {
            return files.stream().filter(Artifact::isText)
                    .map(file -> new Material(file.path(), new String(file.content(), StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    /// A text file the person sent along, or a note on what of it was not taken.
    public record Material(String name, String text) {
        private static final String LEFT_OUT = "what was left out";

        /// Sentences for the person and the model alike.
        public static Material note(List<String> sentences) {
            return new Material(LEFT_OUT, String.join("\n", sentences));
        }

        public boolean isNote() {
            return name.equals(LEFT_OUT);
        }
    }
}
