package atelier.audio;

import java.math.BigInteger;

/// Changes the rate of a sound with a polyphase windowed sinc (Kaiser, 32 taps a phase; from 44.1 kHz flat to 16 kHz).
final class Resampler {
    private static final int HALF = 16;
    private static final double BETA = 8.5;

    private Resampler() {}

    /// The sound at `rate`, cut or filled with silence to exactly `frames`.
    static Sound resample(Sound sound, int rate, int frames) {
        int divisor = BigInteger.valueOf(sound.rate()).gcd(BigInteger.valueOf(rate)).intValue();
        int up = rate / divisor;
        int down = sound.rate() / divisor;
        float[][] phases = phases(up, Math.min(1, (double) up / down) * 0.93);
        return new Sound(rate, channel(sound.left(), phases, down, frames),
                channel(sound.right(), phases, down, frames));
    }

    private static float[] channel(float[] in, float[][] phases, int down, int frames) {
        var out = new float[frames];
        for (int n = 0; n < frames; n++) {
            long position = (long) n * down;
            float[] taps = phases[(int) (position % phases.length)];
            int first = (int) (position / phases.length) - HALF + 1;
            float sum = 0;
            for (int k = Math.max(0, -first); k < taps.length && first + k < in.length; k++) {
                sum += taps[k] * in[first + k];
            }
            out[n] = sum;
        }
        return out;
    }

    // Phase p weighs the input around a point p/count of a sample after the middle.
    static float[][] phases(int count, double cutoff) {
        var phases = new float[count][2 * HALF];
        for (int p = 0; p < count; p++) {
            double sum = 0;
            for (int k = 0; k < 2 * HALF; k++) {
                double x = k - HALF + 1 - (double) p / count;
                phases[p][k] = (float) (sinc(x * cutoff) * kaiser(x / HALF));
                sum += phases[p][k];
            }
            for (int k = 0; k < 2 * HALF; k++) {
                phases[p][k] /= (float) sum;
            }
        }
        return phases;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    // Modified Bessel function of the first kind, order 0, by its series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}
