package atelier.generation;

/// Why a model gave no answer, in kinds that can be counted.
public enum Failure {
    /// No model server is configured, found, or allowed to this person.
    NO_MODEL,
    /// No connection came about.
    UNREACHABLE,
    /// The connection was cut before an answer.
    LOST,
    /// The server has no such model.
    MODEL_MISSING,
    /// The key was refused.
    UNAUTHORIZED,
    /// The provider asks to slow down or its quota is used up.
    RATE_LIMITED,
    /// Whoever pays has not enough left for the call.
    OVER_BUDGET,
    /// No first token, or no further token, within the limits.
    TIMEOUT,
    /// The prompt does not fit the model.
    TOO_LONG,
    /// The provider refused the content.
    BLOCKED,
    /// The answer broke off.
    TRUNCATED,
    /// The answer makes no sense as the protocol (a lying or hostile server).
    INVALID,
    /// The server said it failed.
    SERVER_ERROR,
    /// The person stopped it.
    CANCELLED
}
