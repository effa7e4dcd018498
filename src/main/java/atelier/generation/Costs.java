package atelier.generation;

import atelier.usage.Cost;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What calls cost: at most before them, as exactly as can be told after them. What is made at home costs nothing; what somebody's own
/// key pays is held against no budget here.
final class Costs {
    private final Prices prices;
    private final Clock clock;

    Costs(Prices prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /// The prompt with a limit to the answer, where only that bounds what it may cost.
    Prompt bounded(Route.Candidate candidate, Prompt prompt) {
        return prompt.sampling().maxTokens() != null || candidate.isFree()
                || usd(candidate, candidate.model().name(), 1, 0, 1) == 0
                        ? prompt
                        : prompt.with(prompt.sampling().withMaxTokens(candidate.provider().longestAnswer()));
    }

    /// Who pays that much.
    Cost cost(Route.Candidate candidate, double usd) {
        return candidate.isFree() ? new Cost(0, usd) : Cost.of(usd);
    }

    /// What one call can cost whoever runs this Atelier.
    ///
    /// @param prompt [#bounded]
    double most(Route.Candidate candidate, Prompt prompt) {
        return candidate.isFree()
                ? 0
                : usd(candidate, candidate.model().name(), mostInput(prompt), 0, longest(candidate, prompt));
    }

    Estimate estimate(Route.Candidate candidate, boolean isFirst, Prompt prompt) {
        Prompt bounded = bounded(candidate, prompt);
        return new Estimate(candidate.model(), isFirst, input(prompt), longest(candidate, bounded),
                most(candidate, bounded));
    }

    double of(Route.Candidate candidate, Outcome.Done done) {
        return usd(candidate, done.model(), done.inputTokens(), done.cachedTokens(), done.outputTokens());
    }

    /// What a call cost however it ended. One that broke off costs what its server had counted, else what was seen of it; one that met the limit to its answer, the whole
    /// limit, thoughts included; one of which nothing was seen, nothing.
    ///
    /// @param prompt [#bounded]
    /// @param seen   the text that came
    double spent(Route.Candidate candidate, Prompt prompt, Outcome outcome, CharSequence seen) {
        return switch (outcome) {
            case Outcome.Done done -> of(candidate, done);
            case Outcome.Broken(_, _, Counted counted) when counted != null ->
                usd(candidate, candidate.model().name(), counted.input(), counted.cached(),
                        Math.max(counted.output(), Tokens.estimate(seen)));
            case Outcome.Broken(Trouble trouble, _, _) when trouble.failure() == Failure.TRUNCATED
                    && !trouble.passing() ->
                usd(candidate, candidate.model().name(), input(prompt), 0, longest(candidate, prompt));
            case Outcome.Broken _ -> seen.isEmpty()
                    ? 0
                    : usd(candidate, candidate.model().name(), input(prompt), 0, Tokens.estimate(seen));
        };
    }

    private static int longest(Route.Candidate candidate, Prompt prompt) {
        Integer most = prompt.sampling().maxTokens();
        return most == null ? candidate.provider().longestAnswer() : most;
    }

    /// The likely number. Clouds count the schema, too.
    private static long input(Prompt prompt) {
        String schema = prompt.schema();
        return Tokens.estimate(prompt) + (schema == null ? 0 : Tokens.estimate(schema));
    }

    /// Twice the likely number, as hardly any text has more than one token to two bytes.
    private static long mostInput(Prompt prompt) {
        return Math.max(2 * input(prompt), Tokens.atMost(prompt));
    }

    private double usd(Route.Candidate candidate, String model, long input, long cached, long output) {
        return candidate.provider().isLocal()
                ? 0
                : prices.usd(candidate.provider().kind(), model, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        new Prices.Tokens(input, cached, output));
    }
}
