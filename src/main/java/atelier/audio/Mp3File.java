package atelier.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/// MP3 for players that take no Opus, made of a preview: 160 kbit/s, 48 kHz, stereo, with title, performer and a picture.
/// It says where the encoder's silence ends, so that players which heed that (most do) play exactly the preview.
public final class Mp3File {
    /// What an MP3 file is called.
    public static final String MEDIA_TYPE = "audio/mpeg";

    private static final int RATE = 48_000, KBITS = 160, QUALITY = 7;
    private static final int FRAME = 144_000 * KBITS / RATE, SAMPLES = 1152;
    // LAME puts as many samples of silence before the sound.
    private static final int DELAY = 576;
    // Behind the header of a frame and the side information of two channels.
    private static final int INFO = 36;

    private final LameEncoder encoder = new LameEncoder(new AudioFormat(RATE, 16, 2, true, false), KBITS,
            LameEncoder.CHANNEL_MODE_JOINT_STEREO, QUALITY, false);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] waiting = new byte[encoder.getPCMBufferSize()];
    private final byte[] packed = new byte[encoder.getOutputBufferSize()];
    private int count;

    private Mp3File() {}

    /// The preview as MP3; takes a processor about two seconds for two minutes of music.
    ///
    /// @param opus  what [OggOpus#encode] made
    /// @param cover a JPEG picture; empty for none
    /// @throws IllegalArgumentException when it is no such file or is damaged
    public static byte[] of(byte[] opus, String title, String performer, byte[] cover) {
        var stream = OggOpus.Stream.of(opus);
        var file = new Mp3File();
        try {
            stream.decode(file::take);
            file.flush();
            file.out.write(file.packed, 0, file.encoder.encodeFinish(file.packed));
        } finally {
            file.encoder.close();
        }
        byte[] frames = file.out.toByteArray();
        describe(frames, stream.frames());
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(tags(title, performer, cover));
        whole.writeBytes(frames);
        return whole.toByteArray();
    }

    private void take(short[] samples, int from, int frames) {
        for (int i = 2 * from; i < 2 * (from + frames); i++) {
            waiting[count++] = (byte) samples[i];
            waiting[count++] = (byte) (samples[i] >> 8);
            if (count == waiting.length) {
                flush();
            }
        }
    }

    private void flush() {
        if (count > 0) {
            out.write(packed, 0, encoder.encodeBuffer(waiting, 0, count, packed));
            count = 0;
        }
    }

    /// The encoder leaves the first frame empty for this: how many frames follow, how many bytes, and how much silence is to be
    /// cut at both ends.
    private static void describe(byte[] frames, int samples) {
        int following = frames.length / FRAME - 1;
        boolean isEmpty = following > 0 && frames[FRAME] == (byte) 0xFF && frames[0] == (byte) 0xFF;
        for (int i = INFO; isEmpty && i < FRAME; i++) {
            isEmpty = frames[i] == 0;
        }
        if (!isEmpty) {
            throw new IllegalStateException("the MP3 encoder left no room for the length");
        }
        int padding = Math.clamp(following * SAMPLES - DELAY - samples, 0, 4095);
        var info = ByteBuffer.wrap(frames, INFO, FRAME - INFO);
        info.put("Info".getBytes(ISO_8859_1)).putInt(3).putInt(following).putInt(frames.length)
                .put("LAME3.98r".getBytes(ISO_8859_1)).position(info.position() + 12)
                .put((byte) (DELAY >> 4)).putShort((short) (DELAY << 12 | padding));
    }

    // ID3v2.3: what players show. The size is written in sevens of bits.
    private static byte[] tags(String title, String performer, byte[] cover) {
        var frames = new ByteArrayOutputStream();
        frame(frames, "TIT2", words(title));
        frame(frames, "TPE1", words(performer));
        if (cover.length > 0) {
            var picture = new ByteArrayOutputStream();
            picture.writeBytes("\0image/jpeg\0\3\0".getBytes(ISO_8859_1));
            picture.writeBytes(cover);
            frame(frames, "APIC", picture.toByteArray());
        }
        int size = frames.size();
        return ByteBuffer.allocate(10 + size).put("ID3".getBytes(ISO_8859_1)).put(new byte[]{3, 0, 0})
                .put(new byte[]{(byte) (size >> 21 & 127), (byte) (size >> 14 & 127), (byte) (size >> 7 & 127),
                        (byte) (size & 127)})
                .put(frames.toByteArray()).array();
    }

    private static void frame(ByteArrayOutputStream out, String kind, byte[] content) {
        out.writeBytes(ByteBuffer.allocate(10).put(kind.getBytes(ISO_8859_1)).putInt(content.length).array());
        out.writeBytes(content);
    }

    private static byte[] words(String text) {
        byte[] utf = text.getBytes(UTF_16);
        byte[] words = Arrays.copyOf(new byte[]{1}, utf.length + 1);
        System.arraycopy(utf, 0, words, 1, utf.length);
        return words;
    }
}
