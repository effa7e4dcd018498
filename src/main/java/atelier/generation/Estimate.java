package atelier.generation;

/// What an answer would cost at most, before it is asked for.
///
/// @param model        the first cloud model that would be asked
/// @param isFirst      whether no local model would be asked before it, so that the cost is not merely possible
/// @param inputTokens  likely
/// @param outputTokens the longest answer allowed
/// @param mostUsd      with a margin for the likely count being too low
public record Estimate(Model model, boolean isFirst, long inputTokens, long outputTokens, double mostUsd) {}
