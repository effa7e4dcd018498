package atelier.audio;

/// Sounds of known numbers.
final class Tones {
    private Tones() {}

    /// The same sine in both channels.
    ///
    /// @param level peak in dBFS
    static Sound sine(double hertz, double level, double seconds, int rate) {
        var samples = new float[(int) Math.round(seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (Math.pow(10, level / 20) * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Sound(rate, samples, samples.clone());
    }

    static Sound silence(double seconds) {
        int frames = (int) Math.round(seconds * 48_000);
        return new Sound(48_000, new float[frames], new float[frames]);
    }
}
