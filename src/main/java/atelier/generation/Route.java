package atelier.generation;

import java.util.List;

/// Whom a wish goes to.
sealed interface Route {
    /// Ask these in turn.
    ///
    /// @param skipped those who need not even be asked
    record Try(List<Candidate> candidates, List<Answer.Skip> skipped) implements Route {}

    /// There is nobody to ask.
    record Nobody(Failure failure, String sentence, List<Answer.Skip> skipped) implements Route {}

    /// One who may be asked.
    record Candidate(Provider provider, Model model) {
        /// Known to need loading before it can answer.
        boolean isCold() {
            return model.local() && !model.loaded();
        }
    }
}
