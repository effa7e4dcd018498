package atelier.generation;

import atelier.language.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a wish goes to.
sealed interface Route {
    /// Ask these in turn.
    ///
    /// @param skipped those who need not even be asked
    record Try(List<Candidate> candidates, List<Answer.Skip> skipped) implements Route {}

    /// There is nobody to ask.
    record Nobody(Failure failure, Sentence sentence, List<Answer.Skip> skipped) implements Route {}

    /// One who may be asked.
    ///
    /// @param own as its owner registered it; null for a model of the configured servers
    record Candidate(Provider provider, Model model, @Nullable OwnModel own) {
        Candidate(Provider provider, Model model) {
            this(provider, model, null);
        }

        /// Known to need loading before it can answer.
        boolean isCold() {
            return model.local() && !model.loaded();
        }

        /// As people know it.
        String shown() {
            return own == null ? model.id() : own.name();
        }

        /// The prompt as this model is to be asked: where its owner set a parameter, that counts.
        Prompt prompt(Prompt asked) {
            return own == null ? asked : asked.with(asked.sampling().under(own.sampling()));
        }

        /// Whether an answer costs the operator nothing: it is made at home, or on somebody else's key.
        boolean isFree() {
            return provider.isLocal() || (own != null && own.whose() != OwnModel.Whose.OPERATOR);
        }
    }
}
