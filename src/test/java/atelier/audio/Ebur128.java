package atelier.audio;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What ffmpeg measures on a file.
///
/// @param lufs integrated loudness
/// @param peak true peak in dBTP
public record Ebur128(double lufs, double peak) {
    private static final Pattern LUFS = Pattern.compile("(?s).*\\bI:\\s+(-?[0-9.]+) LUFS.*");
    private static final Pattern PEAK = Pattern.compile("(?s).*\\bPeak:\\s+(-?[0-9.]+|-inf) dBFS.*");

    public static Ebur128 of(Path file) {
        String said = Programs.said(Path.of(String.valueOf(file.getParent())), "ffmpeg", "-nostdin", "-hide_banner",
                "-i",
                file.toString(), "-af", "ebur128=peak=true", "-f", "null", "-");
        return new Ebur128(number(LUFS, said), number(PEAK, said));
    }

    private static double number(Pattern pattern, String said) {
        var match = pattern.matcher(said);
        if (!match.matches()) {
            throw new AssertionError("ffmpeg names no " + pattern + " in " + said);
        }
        return match.group(1).equals("-inf") ? Sound.SILENCE : Double.parseDouble(match.group(1));
    }
}
