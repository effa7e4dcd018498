package atelier.generation;

import atelier.generation.turn.LocalTurns;
import atelier.generation.turn.Turns;
import java.time.Duration;
import java.util.Map;

/// How wishes queue for models.
///
/// @param turns    the lines before the servers
/// @param capacity how many a server answers at once
/// @param patience how long a wish stands in line before a model that is next best answers in its stead; where there is none, it
///                 waits for as long as it takes
public record Queueing(Turns turns, Capacity capacity, Duration patience) {
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How many a server answers at once.
    ///
    /// @param places by [Provider#place()], those that are known to do more or less than usual
    /// @param local  usual for one at home
    /// @param cloud  usual for one in the cloud
    public record Capacity(Map<String, Integer> places, int local, int cloud) {
        public static final int LOCAL = 2;
        public static final int CLOUD = 32;
        public static final Capacity USUAL = new Capacity(Map.of(), LOCAL, CLOUD);

        public Capacity {
            places = Map.copyOf(places);
        }

        int of(Provider provider) {
            return places.getOrDefault(provider.place(), provider.isLocal() ? local : cloud);
        }
    }

    /// Within this process alone, everybody by when they came.
    public static Queueing alone() {
        return new Queueing(new LocalTurns(), Capacity.USUAL, PATIENCE);
    }
}
