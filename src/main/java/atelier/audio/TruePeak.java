package atelier.audio;

/// Peaks between the samples, seen by oversampling four times (ITU-R BS.1770-5, annex 2, with a longer filter).
public final class TruePeak {
    private static final int TIMES = 4;
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

    private static void widen(float[] envelope, float[] channel) {
        int half = PHASES[0].length / 2;
        for (int n = 0; n < channel.length; n++) {
            float highest = Math.max(envelope[n], Math.abs(channel[n]));
            int first = n - half + 1;
            int from = Math.max(0, -first);
            int to = Math.min(2 * half, channel.length - first);
            for (int p = 1; p < TIMES; p++) {
                float sum = 0;
                float[] taps = PHASES[p];
                for (int k = from; k < to; k++) {
                    sum += taps[k] * channel[first + k];
                }
                highest = Math.max(highest, Math.abs(sum));
            }
            envelope[n] = highest;
        }
    }
}
