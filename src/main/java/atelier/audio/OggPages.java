package atelier.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The pages of an Ogg container (RFC 3533) with one stream. Whole packets only; a page ends with a packet.
final class OggPages {
    private static final int FIRST = 2, LAST = 4, HEADER = 27;
    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int remainder = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder << 1) ^ (remainder < 0 ? 0x04c11db7 : 0);
            }
            CRC[i] = remainder;
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> waiting = new ArrayList<>();
    private final int serial;
    private int segments;
    private int sequence;

    OggPages(int serial) {
        this.serial = serial;
    }

    /// Whether another packet of that many bytes still fits the open page.
    boolean fits(int bytes) {
        return segments + bytes / 255 + 1 <= 255;
    }

    void add(byte[] packet) {
        if (!fits(packet.length)) {
            throw new IllegalStateException("page is full");
        }
        waiting.add(packet);
        segments += packet.length / 255 + 1;
    }

    /// Closes the open page.
    void flush(long granule, boolean last) {
        int size = waiting.stream().mapToInt(packet -> packet.length).sum();
        var page = ByteBuffer.allocate(HEADER + segments + size).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(US_ASCII)).put((byte) 0).put((byte) ((sequence == 0 ? FIRST : 0) | (last ? LAST : 0)));
        page.putLong(granule).putInt(serial).putInt(sequence++).putInt(0).put((byte) segments);
        for (byte[] packet : waiting) {
            for (int i = 0; i < packet.length / 255; i++) {
                page.put((byte) 255);
            }
            page.put((byte) (packet.length % 255));
        }
        waiting.forEach(page::put);
        page.putInt(22, crc(page.array(), 0, page.capacity()));
        out.writeBytes(page.array());
        waiting.clear();
        segments = 0;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    /// One read page.
    record Page(int flags, long granule, int serial, int sequence, List<byte[]> packets) {
        boolean last() {
            return (flags & LAST) != 0;
        }
    }

    /// The pages of a file as [OggPages] writes them.
    ///
    /// @throws IllegalArgumentException when it is no such file, is cut, or a checksum is wrong
    static List<Page> read(byte[] file) {
        var pages = new ArrayList<Page>();
        int at = 0;
        while (at < file.length) {
            require(file.length - at >= HEADER && new String(file, at, 4, US_ASCII).equals("OggS"), "no page at " + at);
            int count = file[at + 26] & 0xFF;
            require(file.length - at >= HEADER + count, "cut page at " + at);
            int size = HEADER + count;
            for (int i = 0; i < count; i++) {
                size += file[at + HEADER + i] & 0xFF;
            }
            require(file.length - at >= size, "cut page at " + at);
            pages.add(page(Arrays.copyOfRange(file, at, at + size), count));
            at += size;
        }
        return pages;
    }

    private static Page page(byte[] bytes, int segments) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int crc = buffer.getInt(22);
        buffer.putInt(22, 0);
        require(crc == crc(bytes, 0, bytes.length), "wrong checksum");
        var packets = new ArrayList<byte[]>();
        int from = HEADER + segments;
        int length = 0;
        for (int i = 0; i < segments; i++) {
            int lacing = bytes[HEADER + i] & 0xFF;
            length += lacing;
            if (lacing < 255) {
                packets.add(Arrays.copyOfRange(bytes, from, from + length));
                from += length;
                length = 0;
            }
        }
        require(length == 0, "packet over two pages");
        return new Page(bytes[5], buffer.getLong(6), buffer.getInt(14), buffer.getInt(18), packets);
    }

    static int crc(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8) ^ CRC[((crc >>> 24) ^ bytes[i]) & 0xFF];
        }
        return crc;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
