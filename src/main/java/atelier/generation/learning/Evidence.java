package atelier.generation.learning;

/// Sums over calls, each counted by its weight; parts of a whole can be taken out of it again.
///
/// @param done     calls that were answered
/// @param failed   calls that were not
/// @param logMs    natural logarithms of the milliseconds they took, of those that were answered
record Evidence(double done, double failed, double likes, double dislikes, double logMs) {
    static final Evidence NONE = new Evidence(0, 0, 0, 0, 0);

    Evidence plus(Evidence other) {
        return new Evidence(done + other.done, failed + other.failed, likes + other.likes, dislikes + other.dislikes,
                logMs + other.logMs);
    }

    Evidence minus(Evidence other) {
        return new Evidence(Math.max(0, done - other.done), Math.max(0, failed - other.failed),
                Math.max(0, likes - other.likes), Math.max(0, dislikes - other.dislikes),
                Math.max(0, logMs - other.logMs));
    }

    Evidence times(double weight) {
        return new Evidence(done * weight, failed * weight, likes * weight, dislikes * weight, logMs * weight);
    }
}
