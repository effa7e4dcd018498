package atelier.usage;

import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;

/// How one model did, on one line.
///
/// @param key whose keys pay for what is not paid here
record StatisticsLine(Sentence key, Phrases phrases) {
    String of(CallFigures it) {
        var parts = new ArrayList<String>();
        parts.add(phrases.say(it.task().equals(Call.BENCH) ? "statistics.right" : "statistics.answered", "place",
                Sentence.of(it.local() ? "job.local" : "job.cloud"), "done", it.done(), "calls", it.calls(), "percent",
                (int) Math.floor(100 * it.successShare())));
        if (it.done() > 0) {
            parts.add(phrases.say("statistics.times", "first", seconds(it.first().medianMs()), "firstMost",
                    seconds(it.first().p90Ms()), "whole", seconds(it.total().medianMs()), "wholeMost",
                    seconds(it.total().p90Ms())));
        }
        if (it.tokensPerSecond() > 0) {
            parts.add(phrases.say("statistics.speed", "tokens", Math.round(it.tokensPerSecond())));
        }
        parts.add(it.cost().words(key, Sentence.of(it.local() || !it.own() ? "cost.free" : "cost.elsewhere"))
                .in(phrases));
        if (it.likes() + it.dislikes() > 0) {
            parts.add("👍 %d 👎 %d".formatted(it.likes(), it.dislikes()));
        }
        return String.join("; ", parts);
    }

    private String seconds(long ms) {
        return String.format(phrases.language().locale(), ms < 9950 ? "%.1f" : "%.0f", ms / 1000.0);
    }
}
