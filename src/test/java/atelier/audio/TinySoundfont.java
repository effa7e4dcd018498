package atelier.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes a soundfont of one instrument, a looped sine on program 0, byte by byte as the SoundFont 2.04 specification has it.
public final class TinySoundfont {
    private static final int RATE = 22_050, CYCLE = 100, FRAMES = 20 * CYCLE;
    private int major = 2;
    private int sampleType = 1;
    private double amplitude = 0.8;

    public TinySoundfont version(int number) {
        major = number;
        return this;
    }

    TinySoundfont sampleType(int type) {
        sampleType = type;
        return this;
    }

    TinySoundfont silent() {
        amplitude = 0;
        return this;
    }

    public byte[] bytes() {
        byte[] info = list("INFO", chunk("ifil", shorts(major, 4)), chunk("isng", text("EMU8000", 8)),
                chunk("INAM", text("Tiny Sine", 10)));
        byte[] samples = list("sdta", chunk("smpl", sine()));
        byte[] tables = list("pdta",
                chunk("phdr", join(text("Sine", 20), shorts(0, 0, 0), new byte[12], text("EOP", 20), shorts(0, 0, 1),
                        new byte[12])),
                chunk("pbag", shorts(0, 0, 1, 0)), chunk("pmod", new byte[10]),
                // generator 41: the instrument
                chunk("pgen", shorts(41, 0, 0, 0)),
                chunk("inst", join(text("Sine", 20), shorts(0), text("EOI", 20), shorts(1))),
                chunk("ibag", shorts(0, 0, 2, 0)), chunk("imod", new byte[10]),
                // 54: looped, 53: the sample
                chunk("igen", shorts(54, 1, 53, 0, 0, 0)),
                chunk("shdr", join(text("sine", 20), ints(0, FRAMES, CYCLE, FRAMES - CYCLE, RATE),
                        // 220.5 Hz is a fifth of a semitone above A3
                        new byte[]{57, 0}, shorts(0, sampleType), text("EOS", 20), new byte[26])));
        return chunk("RIFF", join(text("sfbk", 4), info, samples, tables));
    }

    private byte[] sine() {
        // 46 silent frames are asked for behind each sample
        var bytes = ByteBuffer.allocate((FRAMES + 46) * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            bytes.putShort((short) (amplitude * 32767 * Math.sin(2 * Math.PI * i / CYCLE)));
        }
        return bytes.array();
    }

    private static byte[] list(String kind, byte[]... chunks) {
        return chunk("LIST", join(text(kind, 4), join(chunks)));
    }

    private static byte[] chunk(String kind, byte[] content) {
        return join(text(kind, 4), ints(content.length), content, new byte[content.length & 1]);
    }

    private static byte[] text(String text, int length) {
        return ByteBuffer.allocate(length).put(text.getBytes(US_ASCII)).array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
