package atelier.audio;

import java.util.Arrays;

/// Peaks between the samples, seen by oversampling four times (ITU-R BS.1770-5, annex 2, with a longer filter).
public final class TruePeak {
    private static final int TIMES = 4, BLOCK = 2048;
    private static final float[][] PHASES = Resampler.phases(TIMES, 0.98);

    private TruePeak() {}

    /// The highest peak in dBTP.
    public static double of(Sound sound) {
        float highest = 0;
        for (float value : envelope(sound)) {
            highest = Math.max(highest, value);
        }
        return Sound.decibels(highest);
    }

    /// For each frame the highest amplitude from it up to the next, in either channel.
    static float[] envelope(Sound sound) {
        var envelope = new float[sound.frames()];
        widen(envelope, sound.left());
        widen(envelope, sound.right());
        return envelope;
    }

    // Tap by tap over a block, so that the processor takes many frames at once.
    private static void widen(float[] envelope, float[] channel) {
        int half = PHASES[0].length / 2;
        var padded = new float[channel.length + 2 * half];
        System.arraycopy(channel, 0, padded, half - 1, channel.length);
        var sums = new float[BLOCK];
        for (int from = 0; from < channel.length; from += BLOCK) {
            int count = Math.min(BLOCK, channel.length - from);
            for (int j = 0; j < count; j++) {
                envelope[from + j] = Math.max(envelope[from + j], Math.abs(channel[from + j]));
            }
            for (int p = 1; p < TIMES; p++) {
                Arrays.fill(sums, 0);
                for (int k = 0; k < 2 * half; k++) {
                    add(sums, padded, from + k, PHASES[p][k], count);
                }
                for (int j = 0; j < count; j++) {
                    envelope[from + j] = Math.max(envelope[from + j], Math.abs(sums[j]));
                }
            }
        }
    }

    private static void add(float[] sums, float[] padded, int from, float tap, int count) {
        for (int j = 0; j < count; j++) {
            sums[j] += tap * padded[from + j];
        }
    }
}
