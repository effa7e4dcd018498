package atelier.generation;

import java.util.List;

/// A model somebody registered, ready to be asked.
///
/// @param name      as its owner calls it
/// @param model     as its server calls it
/// @param sampling  how its owner wants it asked; what a prompt says itself comes first
/// @param fallbacks names of other own models to ask in its place, in this order
public record OwnModel(String name, Provider provider, String model, Prompt.Sampling sampling, List<String> fallbacks) {
    public OwnModel {
        fallbacks = List.copyOf(fallbacks);
    }
}
