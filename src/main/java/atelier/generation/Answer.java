package atelier.generation;

import atelier.language.Sentence;
import atelier.usage.Cost;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came of asking the models.
public sealed interface Answer {
    /// Candidates that did not answer, in the order tried, each with the reason.
    List<Skip> skipped();

    /// A model answered.
    ///
    /// @param text        the whole answer, without thinking
    /// @param model       the model the server says answered
    /// @param provider    what kind of server it is on, such as `ollama`
    /// @param local       whether the model is the person's or community's own
    /// @param firstTokenMs milliseconds to the first visible token
    /// @param totalMs     milliseconds in all, of the attempt that answered
    /// @param inputTokens  as the server counted, or estimated when it did not
    /// @param cachedTokens how many of the input tokens the server had kept from earlier
    /// @param outputTokens as the server counted (thinking included), or estimated
    /// @param cost        nothing for local models
    /// @param own         whose registered model it is and what they call it; null for a model of the configured servers
    /// @param note        one short line on why this model was asked, for the person; null when there is nothing to say
    /// @param firstGiven  when the same answer was given first; null when it was made just now. One given again took no tokens and
    ///                    cost nothing
    record Answered(String text, String model, String provider, boolean local, long firstTokenMs, long totalMs,
            long inputTokens, long cachedTokens, long outputTokens, Cost cost, List<Skip> skipped,
            OwnModel.@Nullable Label own, @Nullable Sentence note,
            @Nullable Instant firstGiven) implements Answer {
        public Answered {
            skipped = List.copyOf(skipped);
        }

        /// Of a configured server, made just now, with nothing to say about the choice of model.
        public Answered(String text, String model, String provider, boolean local, long firstTokenMs, long totalMs,
                long inputTokens, long cachedTokens, long outputTokens, double costUsd, List<Skip> skipped) {
            this(text, model, provider, local, firstTokenMs, totalMs, inputTokens, cachedTokens, outputTokens,
                    Cost.of(costUsd), skipped, null, null, null);
        }

        /// With nothing from a cache.
        public Answered(String text, String model, String provider, boolean local, long firstTokenMs, long totalMs,
                long inputTokens, long outputTokens, double costUsd, List<Skip> skipped) {
            this(text, model, provider, local, firstTokenMs, totalMs, inputTokens, 0, outputTokens, costUsd, skipped);
        }

        /// What whoever runs this Atelier pays for it.
        public double costUsd() {
            return cost.usd();
        }

        /// What it cost, for people: what somebody else's server charges is not known here, so it is not called free.
        public Sentence costWords() {
            var key = own == null ? "cost.key.yours" : switch (own.whose()) {
                case PERSON, OPERATOR -> "cost.key.yours";
                case CHAT -> "cost.key.chat";
                case TEAM -> "cost.key.team";
            };
            return cost.words(Sentence.of(key),
                    Sentence.of(local || own == null ? "cost.free" : "cost.elsewhere"));
        }

        /// Whether it was given before and is given again.
        public boolean isFromCache() {
            return firstGiven != null;
        }

        /// This and a further round as one: who answered last, with time, tokens and cost of both.
        public Answered then(Answered last) {
            return new Answered(last.text, last.model, last.provider, last.local, firstTokenMs, totalMs + last.totalMs,
                    inputTokens + last.inputTokens, cachedTokens + last.cachedTokens, outputTokens + last.outputTokens,
                    cost.plus(last.cost), Stream.concat(skipped.stream(), last.skipped.stream()).toList(), last.own,
                    note == null ? last.note : note, isFromCache() ? last.firstGiven : null);
        }

        /// The same answer with other words.
        public Answered saying(String words) {
            return new Answered(words, model, provider, local, firstTokenMs, totalMs, inputTokens, cachedTokens,
                    outputTokens, cost, skipped, own, note, firstGiven);
        }

        Answered noting(@Nullable Sentence told) {
            return new Answered(text, model, provider, local, firstTokenMs, totalMs, inputTokens, cachedTokens,
                    outputTokens, cost, skipped, own, told, firstGiven);
        }

        /// The same once more, for nothing.
        Answered again(Instant first) {
            return new Answered(text, model, provider, local, 0, 0, 0, 0, 0, Cost.NOTHING, List.of(), own, null, first);
        }
    }

    /// Nobody answered, or an answer broke off after its first visible token.
    ///
    /// @param partial  visible text that had already been streamed; empty when none
    /// @param what    what the person is told, with the way out
    record Failed(Failure failure, String partial, Sentence what, List<Skip> skipped) implements Answer {
        public Failed {
            skipped = List.copyOf(skipped);
        }

        /// With words that stand as they are.
        public Failed(Failure failure, String partial, String words, List<Skip> skipped) {
            this(failure, partial, Sentence.plain(words), skipped);
        }

        /// What the person is told, in English.
        public String sentence() {
            return what.inEnglish();
        }
    }

    /// One candidate passed over.
    ///
    /// @param candidate `provider/model`, or the name its owner gave it
    /// @param reason    short words such as `offline` or `no answer in 30 s`
    /// @param why       the reason, to be said to people
    record Skip(String candidate, Failure failure, String reason, Sentence why) {
        /// With a reason that is known by its words, or a server's own.
        public Skip(String candidate, Failure failure, String reason) {
            this(candidate, failure, reason, Trouble.said(reason));
        }

        /// One that met this trouble.
        Skip(String candidate, Trouble trouble) {
            this(candidate, trouble.failure(), trouble.reason(), trouble.why());
        }
    }
}
