package atelier.audio;

/// Stereo sound; full scale is ±1. Handed on, never changed and never compared.
///
/// @param rate  frames a second
/// @param left  one number a frame
/// @param right as many
@SuppressWarnings("ArrayRecordComponent")
public record Sound(int rate, float[] left, float[] right) {
    /// Decibels said of silence, instead of minus infinity.
    public static final double SILENCE = -120;

    public Sound {
        if (left.length != right.length) {
            throw new IllegalArgumentException("channels of unequal length");
        }
    }

    /// Length in frames.
    public int frames() {
        return left.length;
    }

    /// Length in seconds.
    public double seconds() {
        return (double) frames() / rate;
    }

    /// Root mean square of both channels in dBFS.
    public double level() {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * left[i] + (double) right[i] * right[i];
        }
        return decibels(Math.sqrt(sum / Math.max(1, 2 * left.length)));
    }

    /// The same sound, its last `seconds` fading to nothing along a quarter of a cosine.
    public Sound fadedOut(double seconds) {
        int fade = (int) Math.min(frames(), Math.round(seconds * rate));
        var faded = new Sound(rate, left.clone(), right.clone());
        for (int i = 0; i < fade; i++) {
            float gain = (float) Math.cos(Math.PI / 2 * (i + 1) / fade);
            faded.left[frames() - fade + i] *= gain;
            faded.right[frames() - fade + i] *= gain;
        }
        return faded;
    }

    /// The same sound by so many decibels louder.
    public Sound louder(double decibels) {
        float gain = (float) amplitude(decibels);
        var louder = new Sound(rate, left.clone(), right.clone());
        for (int i = 0; i < left.length; i++) {
            louder.left[i] *= gain;
            louder.right[i] *= gain;
        }
        return louder;
    }

    /// What is left of this sound without another of the same length.
    public Sound without(Sound other) {
        var rest = new Sound(rate, left.clone(), right.clone());
        for (int i = 0; i < left.length; i++) {
            rest.left[i] -= other.left[i];
            rest.right[i] -= other.right[i];
        }
        return rest;
    }

    static double decibels(double amplitude) {
        return Math.max(SILENCE, 20 * Math.log10(amplitude));
    }

    static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
