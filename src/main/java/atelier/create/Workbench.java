package atelier.create;

import atelier.generation.Cancellation;
import atelier.generation.Prompt;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a [Creator] works with besides the intent.
///
/// @param history      earlier turns of the conversation, oldest first, already cut to a token budget
/// @param materials    text files the person sent along, named
/// @param model        model wished for by name; null lets the router choose
/// @param preferred    model to ask first where none is wished for; null for none
/// @param cloud        whether cloud models may answer
/// @param seed         makes built-in makers repeatable
/// @param onText       newest state of the growing answer (the whole text so far), for the progress message
/// @param cancellation stops the work
public record Workbench(List<Prompt.Turn> history, List<Material> materials, @Nullable String model,
        @Nullable String preferred,
        boolean cloud, long seed, Consumer<String> onText, Cancellation cancellation) {
    public Workbench {
        history = List.copyOf(history);
        materials = List.copyOf(materials);
    }

    /// Without a preference.
    public Workbench(List<Prompt.Turn> history, List<Material> materials, @Nullable String model, boolean cloud,
            long seed, Consumer<String> onText, Cancellation cancellation) {
        this(history, materials, model, null, cloud, seed, onText, cancellation);
    }

    /// A text file the person sent along.
    public record Material(String name, String text) {}
}
