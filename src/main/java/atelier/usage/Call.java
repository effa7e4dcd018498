package atelier.usage;

import java.time.Instant;

/// One try at one model, whatever came of it.
///
/// @param model        as it was asked for, so that `provider/model` names it everywhere
/// @param provider     id of the provider, such as `ollama`
/// @param firstTokenMs milliseconds to the first visible text; 0 when none came
/// @param totalMs      milliseconds in all
/// @param outcome      [#DONE], [#WRONG], or the name of the failure, such as `TIMEOUT`
/// @param cost         nothing for local models
public record Call(For whom, String model, String provider, boolean local, Tokens tokens, long firstTokenMs,
        long totalMs, String outcome, Cost cost, Instant at) {
    /// The outcome of a call that was answered.
    public static final String DONE = "done";
    /// The outcome of a call that was answered, but not as the bench had asked.
    public static final String WRONG = "wrong";
    /// The task of calls that only measure a model. They have figures of their own.
    public static final String BENCH = "BENCH";

    /// One that nobody's own key paid.
    public Call(For whom, String model, String provider, boolean local, Tokens tokens, long firstTokenMs, long totalMs,
            String outcome, double costUsd, Instant at) {
        this(whom, model, provider, local, tokens, firstTokenMs, totalMs, outcome, Cost.of(costUsd), at);
    }

    /// The model's name everywhere, such as `ollama/llama3.2:latest`.
    public String id() {
        return provider + "/" + model;
    }

    /// @param job          id of the work; empty for none
    /// @param account      number of the person's account; 0 for none
    /// @param team         key of the chat; empty for none
    /// @param conversation number of the conversation; 0 for none
    /// @param task         kind of intent, or [#BENCH]
    public record For(String job, long account, String team, long conversation, String task) {}

    /// @param cached how many of the input tokens the server had kept from earlier
    public record Tokens(long input, long cached, long output) {
        public static final Tokens NONE = new Tokens(0, 0, 0);
    }
}
