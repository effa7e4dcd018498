package atelier.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Integrated loudness by ITU-R BS.1770: K-weighting, blocks of 400 ms overlapping by three quarters, an absolute gate at
/// -70 LUFS and a relative one 10 LU below what passed it.
public final class Loudness {
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() {}

    /// LUFS; empty when shorter than a block or silent.
    public static OptionalDouble of(Sound sound) {
        double[] tenths = tenths(sound);
        var blocks = new ArrayList<Double>();
        for (int i = 0; i + 3 < tenths.length; i++) {
            blocks.add((tenths[i] + tenths[i + 1] + tenths[i + 2] + tenths[i + 3]) / 4);
        }
        List<Double> audible = above(blocks, ABSOLUTE_GATE);
        return audible.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(lufs(mean(above(audible, lufs(mean(audible)) + RELATIVE_GATE))));
    }

    // Mean square of both channels together in each whole 100 ms.
    private static double[] tenths(Sound sound) {
        int length = sound.rate() / 10;
        var tenths = new double[sound.frames() / length];
        for (float[] channel : List.of(sound.left(), sound.right())) {
            double[] shelf = shelf(sound.rate());
            double[] highPass = highPass(sound.rate());
            var state = new double[4];
            for (int i = 0; i < tenths.length * length; i++) {
                double y = filter(highPass, state, 2, filter(shelf, state, 0, channel[i]));
                tenths[i / length] += y * y / length;
            }
        }
        return tenths;
    }

    private static double filter(double[] c, double[] state, int at, double x) {
        double y = c[0] * x + state[at];
        state[at] = c[1] * x - c[3] * y + state[at + 1];
        state[at + 1] = c[2] * x - c[4] * y;
        return y;
    }

    // The two filters of the recommendation are printed for 48 kHz only; these analogue prototypes give the same there
    // and the right ones at any rate.
    private static double[] shelf(int rate) {
        double k = Math.tan(Math.PI * 1681.974450955533 / rate);
        double q = 0.7071752369554196;
        double high = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(high, 0.4996667741545416);
        double a0 = 1 + k / q + k * k;
        return new double[]{(high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
    }

    private static double[] highPass(int rate) {
        double k = Math.tan(Math.PI * 38.13547087602444 / rate);
        double q = 0.5003270373238773;
        double a0 = 1 + k / q + k * k;
        return new double[]{1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
    }

    private static List<Double> above(List<Double> blocks, double gate) {
        return blocks.stream().filter(power -> lufs(power) > gate).toList();
    }

    private static double mean(List<Double> powers) {
        return powers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double lufs(double power) {
        return power <= 0 ? Double.NEGATIVE_INFINITY : -0.691 + 10 * Math.log10(power);
    }
}
