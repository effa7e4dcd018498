package atelier.generation.learning;

import java.util.random.RandomGenerator;

/// What is believed of a model at a task: chances to be answered and to be liked (beta distributions), and the time an answer takes
/// (log-normal). With little evidence it stays near what is usual.
///
/// @param seenTimes how many answers the time rests on
record Belief(Chance answered, Chance liked, double logMs, double seenTimes) {
    /// Of a model nothing is known about: mostly answers, is mostly liked, takes some seconds.
    static final Belief USUAL = new Belief(new Chance(3.6, 0.4), new Chance(2.8, 1.2), Math.log(8000), 2);
    /// How much an answer that people like weighs against a fast one.
    private static final double LIKED = 0.7;
    /// An answer that takes this long is worth half of one that takes no time, as far as speed goes.
    private static final double HALF_MS = 10_000;
    /// Spread of the times of one model, as a logarithm.
    private static final double SPREAD = 0.7;

    /// Pseudo-counts for and against.
    record Chance(double pro, double contra) {
        double mean() {
            return pro / (pro + contra);
        }

        Chance learned(double more, double less, double trust) {
            double weight = Math.min(1, trust / (pro + contra));
            return new Chance(pro * weight + more, contra * weight + less);
        }

        double drawn(RandomGenerator random) {
            double one = gamma(pro, random);
            return one / (one + gamma(contra, random));
        }

        /// Marsaglia and Tsang's method; see their “A simple method for generating gamma variables”, 2000.
        private static double gamma(double shape, RandomGenerator random) {
            if (shape < 1) {
                return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
            }
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double x = random.nextGaussian();
                double v = Math.pow(1 + c * x, 3);
                if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /// With closer evidence added. What was believed before counts as no more than `trust` calls.
    Belief learned(Evidence seen, double trust) {
        if (seen.done() + seen.failed() <= 0) {
            return this;
        }
        double before = Math.min(seenTimes, trust);
        double times = before + seen.done();
        return new Belief(answered.learned(seen.done(), seen.failed(), trust),
                liked.learned(seen.likes(), seen.dislikes(), trust), (logMs * before + seen.logMs()) / times, times);
    }

    /// How good an answer to expect, from 0 to 1.
    double worth() {
        return worth(answered.mean(), liked.mean(), logMs);
    }

    /// How good it may be, drawn from what is possible: the less is known, the wider.
    double drawn(RandomGenerator random) {
        return worth(answered.drawn(random), liked.drawn(random),
                logMs + random.nextGaussian() * SPREAD / Math.sqrt(1 + seenTimes));
    }

    private static double worth(double answered, double liked, double logMs) {
        return answered * (LIKED * liked + (1 - LIKED) / (1 + Math.exp(logMs) / HALF_MS));
    }
}
