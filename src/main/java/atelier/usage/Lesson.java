package atelier.usage;

import java.time.Instant;

/// What one call teaches about a model.
///
/// @param model    as [Call#id] names it
/// @param done     whether it was answered, and rightly as far as that was checked
/// @param likes    votes for what came of it
/// @param dislikes votes against it
public record Lesson(long account, String team, String task, String model, boolean done, long totalMs, int likes,
        int dislikes, Instant at) {}
