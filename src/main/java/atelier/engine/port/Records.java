package atelier.engine.port;

import atelier.usage.Call;
import atelier.usage.Calls;
import atelier.usage.Cost;
import atelier.usage.ModelStatistics;
import atelier.usage.RatedAnswers;
import atelier.usage.TrainingPackets;
import java.util.function.Consumer;
import java.util.function.Function;

/// What was noted of calls and ratings, and what is made of it.
///
/// @param recorder takes the record of one more call; must not wait
/// @param spent    what all calls for one piece of work cost so far, by its id
/// @param relearn  has what was learned read again soon
public record Records(ModelStatistics statistics, RatedAnswers rated, TrainingPackets packets, Calls calls,
        Consumer<Call> recorder, Function<String, Cost> spent,
        Runnable relearn) {}
