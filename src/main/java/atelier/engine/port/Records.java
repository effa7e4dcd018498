package atelier.engine.port;

import atelier.usage.Call;
import atelier.usage.Calls;
import atelier.usage.ModelStatistics;
import atelier.usage.RatedAnswers;
import atelier.usage.TrainingPackets;
import java.util.function.Consumer;

/// What was noted of calls and ratings, and what is made of it.
///
/// @param recorder takes the record of one more call; must not wait
/// @param relearn  has what was learned read again soon
public record Records(ModelStatistics statistics, RatedAnswers rated, TrainingPackets packets, Calls calls,
        Consumer<Call> recorder,
        Runnable relearn) {}
