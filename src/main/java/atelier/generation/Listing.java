package atelier.generation;

import java.util.List;

/// What a provider said when asked for its models.
public sealed interface Listing {
    /// The server answered.
    record Up(List<Model> models) implements Listing {
        public Up {
            models = List.copyOf(models);
        }
    }

    /// The server did not answer, or not as such a server does.
    record Down(Trouble trouble) implements Listing {}
}
