package atelier.engine.team;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a team allows.
///
/// @param model    who answers where nobody chose; null leaves it to Atelier
/// @param models   models that may answer, by name or part of it; empty allows all
/// @param features what may be made, by command; empty allows all
/// @param quiet    chats where little or nothing is answered
/// @param allowed  who alone is answered; empty for everybody
/// @param blocked  who is not answered
/// @param topics   words and phrases that are refused
public record TeamRules(@Nullable String model, Set<String> models, Set<String> features, Map<String, Quiet> quiet,
        Set<Party> allowed, Set<Party> blocked, List<String> topics) {
    public static final TeamRules NONE = new TeamRules(null, Set.of(), Set.of(), Map.of(), Set.of(), Set.of(),
            List.of());

    /// How quiet a chat is.
    public enum Quiet {
        /// Only commands are answered.
        COMMANDS,
        /// Nothing is.
        SILENT
    }

    /// Somebody, or some place, by the platform's id.
    public record Party(Kind kind, String id) {
        public enum Kind {
            USER, ROLE, CHANNEL
        }

        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
        }
    }

    public TeamRules {
        models = Set.copyOf(models);
        features = Set.copyOf(features);
        quiet = Map.copyOf(quiet);
        allowed = Set.copyOf(allowed);
        blocked = Set.copyOf(blocked);
        topics = List.copyOf(topics);
    }

    TeamRules withModel(@Nullable String other) {
        return new TeamRules(other, models, features, quiet, allowed, blocked, topics);
    }

    TeamRules withModels(Set<String> other) {
        return new TeamRules(model, other, features, quiet, allowed, blocked, topics);
    }

    TeamRules withFeatures(Set<String> other) {
        return new TeamRules(model, models, other, quiet, allowed, blocked, topics);
    }

    TeamRules withQuiet(Map<String, Quiet> other) {
        return new TeamRules(model, models, features, other, allowed, blocked, topics);
    }

    TeamRules withAllowed(Set<Party> other) {
        return new TeamRules(model, models, features, quiet, other, blocked, topics);
    }

    TeamRules withBlocked(Set<Party> other) {
        return new TeamRules(model, models, features, quiet, allowed, other, topics);
    }

    TeamRules withTopics(List<String> other) {
        return new TeamRules(model, models, features, quiet, allowed, blocked, other);
    }

    /// Whether somebody is answered in a chat.
    ///
    /// @param who   what they and the place are
    public boolean hears(Set<Party> who) {
        return blocked.stream().noneMatch(who::contains)
                && (allowed.isEmpty() || allowed.stream().anyMatch(who::contains));
    }
}
