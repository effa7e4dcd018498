package atelier.generation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On what terms models may be asked: for whom and what, and who may answer.
///
/// @param cause     who asks and for which work
/// @param model     model wished for by name (`My Gemma`, `llama3`, `ollama/llama3`), strict: no other answers; null lets the router choose
/// @param preferred model to ask first where none is wished for; others answer in its place when it cannot; null for none
/// @param own       models that the person, their team or the operator registered; of equal standing the earlier is asked first, and of
///                  equal name the earlier is meant
/// @param cloud     whether cloud models that the operator pays may answer; models on somebody's own key say themselves ([OwnModel])
/// @param fresh     whether an answer given earlier will not do
/// @param only      models that may answer here, by name or part of `provider/name`; empty allows all
public record Terms(Cause cause, @Nullable String model, @Nullable String preferred, List<OwnModel> own, boolean cloud,
        boolean fresh, Set<String> only) {
    public Terms {
        own = List.copyOf(own);
        only = Set.copyOf(only);
    }

    /// Where every model may answer.
    public Terms(Cause cause, @Nullable String model, @Nullable String preferred, List<OwnModel> own, boolean cloud,
            boolean fresh) {
        this(cause, model, preferred, own, cloud, fresh, Set.of());
    }

    /// Whether this model may answer.
    public boolean allows(String provider, String name) {
        var full = (provider + "/" + name).toLowerCase(Locale.ROOT);
        return only.isEmpty() || only.stream().map(it -> it.toLowerCase(Locale.ROOT)).anyMatch(full::contains);
    }

    /// For nobody in particular, with nothing registered.
    public static Terms of(@Nullable String model, @Nullable String preferred, boolean cloud) {
        return new Terms(Cause.NONE, model, preferred, List.of(), cloud, false);
    }

    /// @param account      number of the person's account; 0 for none
    /// @param team         key of the chat
    /// @param conversation number of the conversation; 0 for none
    /// @param job          id of the work; empty for none
    /// @param task         kind of intent, such as `GENERATE_CODE`; empty for none
    /// @param priority     of the person's tier, where models are busy; higher goes first
    public record Cause(long account, String team, long conversation, String job, String task, int priority) {
        public static final Cause NONE = new Cause(0, "", 0, "", "");

        /// The job as a whole, where this is a part of one.
        public String work() {
            int dot = job.indexOf('.');
            return dot < 0 ? job : job.substring(0, dot);
        }

        /// Of the lowest priority.
        public Cause(long account, String team, long conversation, String job, String task) {
            this(account, team, conversation, job, task, 0);
        }
    }
}
