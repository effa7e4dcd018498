package atelier.audio;

import java.util.OptionalDouble;

/// Brings a sound to a loudness without letting a peak pass: gain, then a limiter that looks 5 ms ahead.
public final class Limiter {
    private static final double LOOK_AHEAD = 0.005;
    private static final double RELEASE = 0.12;
    // The gain moves between the points where peaks were seen: a little is kept in hand for that.
    private static final double IN_HAND = 0.1;
    private static final double MOST_GAIN = 24;
    private static final int ROUNDS = 4;

    private Limiter() {}

    /// The sound as near to `lufs` as the ceiling allows; too short or silent sound is only kept below the ceiling.
    ///
    /// @param ceiling highest true peak in dBTP
    public static Sound master(Sound sound, double lufs, double ceiling) {
        float[] envelope = TruePeak.envelope(sound);
        OptionalDouble before = Loudness.of(sound);
        double gain = before.isEmpty() ? 0 : Math.min(MOST_GAIN, lufs - before.getAsDouble());
        Sound mastered = limit(sound, envelope, gain, ceiling);
        OptionalDouble now = Loudness.of(mastered);
        // What the limiter takes away has to be asked for again; four rounds come within a tenth or give up.
        for (int round = 0; round < ROUNDS && now.isPresent() && Math.abs(lufs - now.getAsDouble()) > 0.1; round++) {
            gain = Math.min(MOST_GAIN, gain + lufs - now.getAsDouble());
            mastered = limit(sound, envelope, gain, ceiling);
            now = Loudness.of(mastered);
        }
        return mastered;
    }

    private static Sound limit(Sound sound, float[] envelope, double gain, double ceiling) {
        float[] gains = gains(envelope, Sound.amplitude(gain), Sound.amplitude(ceiling - IN_HAND), sound.rate());
        var limited = new Sound(sound.rate(), sound.left().clone(), sound.right().clone());
        for (int i = 0; i < gains.length; i++) {
            limited.left()[i] *= gains[i];
            limited.right()[i] *= gains[i];
        }
        return limited;
    }

    // The lowest gain needed within reach, let go slowly, then averaged over as long a reach: never more than needed at
    // any frame, and smooth.
    private static float[] gains(float[] envelope, double gain, double ceiling, int rate) {
        int reach = (int) Math.round(LOOK_AHEAD * rate / 2);
        var needed = new float[envelope.length];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = (float) Math.min(gain, ceiling / Math.max(1e-9, envelope[i]));
        }
        float[] lowest = lowest(needed, reach);
        double letGo = 1 - Math.exp(-1 / (RELEASE * rate));
        for (int i = 1; i < lowest.length; i++) {
            lowest[i] = (float) Math.min(lowest[i], lowest[i - 1] + (gain - lowest[i - 1]) * letGo);
        }
        return mean(lowest, reach);
    }

    private static float[] lowest(float[] values, int reach) {
        var result = new float[values.length];
        // Places whose value may still become the lowest, rising; from head up to tail.
        var candidates = new int[values.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < values.length + reach; i++) {
            if (i < values.length) {
                while (tail > head && values[candidates[tail - 1]] >= values[i]) {
                    tail--;
                }
                candidates[tail++] = i;
            }
            int middle = i - reach;
            if (middle >= 0) {
                while (candidates[head] < middle - reach) {
                    head++;
                }
                result[middle] = values[candidates[head]];
            }
        }
        return result;
    }

    private static float[] mean(float[] values, int reach) {
        var sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(values.length, i + reach + 1);
            result[i] = (float) ((sums[to] - sums[from]) / (to - from));
        }
        return result;
    }
}
