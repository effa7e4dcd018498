package atelier.create;

import atelier.generation.Cancellation;
import atelier.generation.Prompt;
import atelier.generation.Terms;
import java.util.List;
import java.util.function.Consumer;

/// What a [Creator] works with besides the intent.
///
/// @param history      earlier turns of the conversation, oldest first, already cut to a token budget
/// @param materials    text files the person sent along, named
/// @param terms        which models may be asked
/// @param seed         makes built-in makers repeatable
/// @param onText       newest state of the growing answer (the whole text so far), for the progress message
/// @param cancellation stops the work
public record Workbench(List<Prompt.Turn> history, List<Material> materials, Terms terms, long seed,
        Consumer<String> onText, Cancellation cancellation) {
    public Workbench {
        history = List.copyOf(history);
        materials = List.copyOf(materials);
    }

    /// A text file the person sent along.
    public record Material(String name, String text) {}
}
