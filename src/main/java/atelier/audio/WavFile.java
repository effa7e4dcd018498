package atelier.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A sound as a WAV file: stereo, 16 bit, nothing lost but the rounding.
public final class WavFile {
    private static final int HEADER = 44, FRAME = 4;

    private WavFile() {}

    public static byte[] encode(Sound sound) {
        int size = sound.frames() * FRAME;
        var file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(HEADER - 8 + size).put("WAVEfmt ".getBytes(US_ASCII)).putInt(16)
                .putShort((short) 1).putShort((short) 2).putInt(sound.rate()).putInt(sound.rate() * FRAME)
                .putShort((short) FRAME).putShort((short) 16).put("data".getBytes(US_ASCII)).putInt(size);
        for (int i = 0; i < sound.frames(); i++) {
            file.putShort(sample(sound.left()[i])).putShort(sample(sound.right()[i]));
        }
        return file.array();
    }

    static short sample(float value) {
        return (short) Math.clamp(Math.round(value * 32768f), -32768, 32767);
    }
}
