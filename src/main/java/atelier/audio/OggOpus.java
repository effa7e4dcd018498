package atelier.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Opus in Ogg (RFC 7845), stereo at 48 kHz: what chats play in place.
public final class OggOpus {
    private static final int RATE = 48_000, FRAME = 960, BITRATE = 96_000, COMPLEXITY = 5, LARGEST_PACKET = 4000;
    // Half a second a page: a player may begin soon and seek well.
    private static final int PACKETS_A_PAGE = 25;
    private static final String VENDOR = "Atelier";

    private static final String PICTURE = "METADATA_BLOCK_PICTURE";
    private static final int LARGEST_PICTURE = 40_000;

    private OggOpus() {}

    /// A picture as a comment, the way players find it.
    ///
    /// @param jpeg one that is too large for a comment is left out
    public static Map<String, String> picture(byte[] jpeg, int side) {
        if (jpeg.length > LARGEST_PICTURE) {
            return Map.of();
        }
        byte[] type = "image/jpeg".getBytes(US_ASCII);
        var block = ByteBuffer.allocate(32 + type.length + jpeg.length).putInt(3).putInt(type.length).put(type)
                .putInt(0).putInt(side).putInt(side).putInt(24).putInt(0).putInt(jpeg.length).put(jpeg);
        return Map.of(PICTURE, Base64.getEncoder().encodeToString(block.array()));
    }

    /// The file, exactly as long as the sound.
    ///
    /// @param tags   comments, such as `TITLE`
    /// @param serial number of the stream; any
    public static byte[] encode(Sound sound, Map<String, String> tags, int serial) {
        if (sound.rate() != RATE) {
            throw new IllegalArgumentException("not 48 kHz: " + sound.rate());
        }
        try {
            return encode(sound, encoder(), tags, serial);
        } catch (OpusException e) {
            throw new IllegalStateException("Opus refuses to encode", e);
        }
    }

    private static OpusEncoder encoder() throws OpusException {
        var encoder = new OpusEncoder(RATE, 2, OpusApplication.OPUS_APPLICATION_AUDIO);
        encoder.setBitrate(BITRATE);
        encoder.setComplexity(COMPLEXITY);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_MUSIC);
        return encoder;
    }

    private static byte[] encode(Sound sound, OpusEncoder encoder, Map<String, String> tags, int serial)
            throws OpusException {
        var pages = new OggPages(serial);
        int preSkip = encoder.getLookahead();
        pages.add(head(preSkip));
        pages.flush(0, false);
        pages.add(comments(tags));
        pages.flush(0, false);
        long end = (long) preSkip + sound.frames();
        int packets = 0;
        for (long done = 0; done < end; done += FRAME) {
            byte[] packet = packet(sound, encoder, (int) done);
            if (packets == PACKETS_A_PAGE || !pages.fits(packet.length)) {
                pages.flush(done, false);
                packets = 0;
            }
            pages.add(packet);
            packets++;
        }
        // The last granule is less than its packets hold: that trims the end.
        pages.flush(end, true);
        return pages.toByteArray();
    }

    private static byte[] packet(Sound sound, OpusEncoder encoder, int from) throws OpusException {
        var samples = new short[FRAME * 2];
        for (int i = 0; i < FRAME && from + i < sound.frames(); i++) {
            samples[2 * i] = WavFile.sample(sound.left()[from + i]);
            samples[2 * i + 1] = WavFile.sample(sound.right()[from + i]);
        }
        var packet = new byte[LARGEST_PACKET];
        return Arrays.copyOf(packet, encoder.encode(samples, 0, FRAME, packet, 0, packet.length));
    }

    private static byte[] head(int preSkip) {
        return ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN).put("OpusHead".getBytes(US_ASCII)).put((byte) 1)
                .put((byte) 2).putShort((short) preSkip).putInt(RATE).putShort((short) 0).put((byte) 0).array();
    }

    private static byte[] comments(Map<String, String> tags) {
        // A picture comes last: the words before it are found without reading on.
        List<byte[]> comments = tags.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> tag) -> tag.getKey().equals(PICTURE))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(tag -> (tag.getKey() + "=" + tag.getValue()).getBytes(UTF_8)).toList();
        byte[] vendor = VENDOR.getBytes(UTF_8);
        var packet = ByteBuffer.allocate(16 + vendor.length + comments.stream().mapToInt(c -> 4 + c.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        packet.put("OpusTags".getBytes(US_ASCII)).putInt(vendor.length).put(vendor).putInt(comments.size());
        comments.forEach(comment -> packet.putInt(comment.length).put(comment));
        return packet.array();
    }

    /// The sound of a file that [#encode] made.
    ///
    /// @throws IllegalArgumentException when it is no such file or is damaged
    public static Sound decode(byte[] file) {
        var stream = Stream.of(file);
        var sound = new Sound(RATE, new float[stream.frames], new float[stream.frames]);
        int[] at = {0};
        stream.decode((samples, from, frames) -> {
            for (int i = from; i < from + frames; i++) {
                sound.left()[at[0]] = samples[2 * i] / 32768f;
                sound.right()[at[0]++] = samples[2 * i + 1] / 32768f;
            }
        });
        return sound;
    }

    /// Takes decoded sound little by little.
    @FunctionalInterface
    interface Sink {
        /// @param samples left and right by turns; `frames` of them from frame `from`
        void take(short[] samples, int from, int frames);
    }

    /// What a file holds, packed.
    ///
    /// @param frames  length at 48 kHz
    /// @param preSkip frames before its beginning
    record Stream(List<byte[]> packets, int preSkip, int frames) {
        /// @throws IllegalArgumentException when it is no file that [#encode] made, or is damaged
        static Stream of(byte[] file) {
            List<OggPages.Page> pages = OggPages.read(file);
            List<byte[]> packets = pages.stream().flatMap(page -> page.packets().stream()).toList();
            if (packets.size() < 2 || packets.getFirst().length < 19
                    || !new String(packets.getFirst(), 0, 8, US_ASCII).equals("OpusHead")
                    || packets.getFirst()[9] != 2) {
                throw new IllegalArgumentException("no Opus stream in stereo");
            }
            int preSkip = ByteBuffer.wrap(packets.getFirst()).order(ByteOrder.LITTLE_ENDIAN).getShort(10);
            int frames = (int) (pages.getLast().granule() - preSkip);
            return new Stream(packets.subList(2, packets.size()), preSkip, frames);
        }

        void decode(Sink sink) {
            try {
                var decoder = new OpusDecoder(RATE, 2);
                var samples = new short[FRAME * 6 * 2];
                int at = -preSkip;
                for (byte[] packet : packets) {
                    int count = decoder.decode(packet, 0, packet.length, samples, 0, FRAME * 6, false);
                    int from = Math.clamp(-at, 0, count);
                    sink.take(samples, from, Math.clamp(frames - at, from, count) - from);
                    at += count;
                }
                if (at < frames) {
                    throw new IllegalArgumentException("fewer packets than its length says");
                }
            } catch (OpusException e) {
                throw new IllegalArgumentException("damaged Opus packet", e);
            }
        }
    }
}
