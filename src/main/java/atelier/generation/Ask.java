package atelier.generation;

import java.time.Duration;
import java.util.function.Consumer;

/// One try at one model.
///
/// @param model      as the server calls it
/// @param firstToken longest wait for the first visible text
/// @param idle       longest silence after it
/// @param total      longest time in all
public record Ask(String model, Prompt prompt, Consumer<String> onText, Cancellation cancellation, Duration firstToken,
        Duration idle, Duration total) {}
