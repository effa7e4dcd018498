package atelier.usage;

import atelier.language.Phrases;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was used in each piece of a span of time: hours of one day, or days.
///
/// @param labels  of each piece, such as `14` or `21.11.`, as the language writes it
/// @param answers of each model by piece, the busiest model first; an empty name is work without a model
/// @param usd     what each piece cost, to whomever
public record UsageDays(List<String> labels, Map<String, List<Long>> answers, List<Double> usd) {
    public UsageDays {
        labels = List.copyOf(labels);
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        usd = List.copyOf(usd);
    }

    /// @param last the day the span ends with
    /// @param days how many; one is shown by its hours
    public static UsageDays of(List<UsageSlot> slots, LocalDate last, int days, ZoneId zone,
            Phrases phrases) {
        var pieces = days == 1 ? 24 : days;
        var first = last.minusDays(days - 1L);
        var byModel = new HashMap<String, List<Long>>();
        var usd = new ArrayList<>(java.util.Collections.nCopies(pieces, 0.0));
        for (var slot : slots) {
            var at = slot.at().atZone(zone);
            var piece = days == 1
                    ? at.toLocalDate().equals(last) ? at.getHour() : -1
                    : (int) ChronoUnit.DAYS.between(first, at.toLocalDate());
            if (piece >= 0 && piece < pieces) {
                var counts = byModel.computeIfAbsent(slot.model(),
                        _ -> new ArrayList<>(java.util.Collections.nCopies(pieces, 0L)));
                counts.set(piece, counts.get(piece) + slot.answers());
                usd.set(piece, usd.get(piece) + slot.cost().usd() + slot.cost().keyUsd());
            }
        }
        return new UsageDays(labels(first, days, phrases), sorted(byModel), usd);
    }

    private static List<String> labels(LocalDate first, int days, Phrases phrases) {
        var labels = new ArrayList<String>();
        for (var i = 0; i < (days == 1 ? 24 : days); i++) {
            labels.add(days == 1
                    ? Integer.toString(i)
                    : phrases.say("usage.chart.day", "day", first.plusDays(i).atStartOfDay(ZoneOffset.UTC)));
        }
        return labels;
    }

    private static Map<String, List<Long>> sorted(Map<String, List<Long>> byModel) {
        var sorted = new LinkedHashMap<String, List<Long>>();
        byModel.entrySet().stream().filter(it -> sum(it.getValue()) > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Long>> it) -> sum(it.getValue())).reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(it -> sorted.put(it.getKey(), it.getValue()));
        return sorted;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
