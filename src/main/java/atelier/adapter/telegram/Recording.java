package atelier.adapter.telegram;

import atelier.chat.OutgoingFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// What an Opus file says about itself, for the player to show. What cannot be read is left out.
///
/// @param seconds length; 0 where unknown
/// @param cover   a JPEG picture; empty for none
@SuppressWarnings("ArrayRecordComponent")
record Recording(String title, String performer, int seconds, byte[] cover) {
    private static final Recording UNKNOWN = new Recording("", "", 0, new byte[0]);
    private static final int HEAD = 70_000, TAIL = 70_000, RATE = 48_000, LONGEST = 120;

    static Recording of(OutgoingFile file) {
        try (var channel = FileChannel.open(file.content())) {
            var head = read(channel, 0, HEAD);
            var tail = read(channel, Math.max(0, channel.size() - TAIL), TAIL);
            return new Recording(tag(head, "title").map(Recording::words).orElse(""),
                    tag(head, "artist").map(Recording::words).orElse(""), seconds(tail),
                    tag(head, "metadata_block_picture").map(Recording::jpeg).orElseGet(() -> new byte[0]));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException
                | NegativeArraySizeException | BufferUnderflowException unreadable) {
            return UNKNOWN;
        }
    }

    /// Such as `🎵 The Sea · the built-in composer`; empty where nothing is known.
    String caption() {
        return title.isEmpty() ? "" : "🎵 " + title + (performer.isEmpty() ? "" : " · " + performer);
    }

    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(most, channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
        int got = 0;
        while (got >= 0 && buffer.hasRemaining()) {
            got = channel.read(buffer, from + buffer.position());
        }
        return buffer.flip();
    }

    private static int find(ByteBuffer in, String mark, boolean last) {
        var found = -1;
        var bytes = mark.getBytes(StandardCharsets.US_ASCII);
        for (var at = 0; at + bytes.length <= in.limit() && (last || found < 0); at++) {
            var same = true;
            for (var i = 0; same && i < bytes.length; i++) {
                same = in.get(at + i) == bytes[i];
            }
            found = same ? at : found;
        }
        return found;
    }

    /// The comment header (RFC 7845, 5.2): a vendor, then `NAME=value`, each with its length before it.
    private static Optional<String> tag(ByteBuffer head, String name) {
        var at = find(head, "OpusTags", false);
        if (at < 0) {
            return Optional.empty();
        }
        at += 8;
        at += 4 + head.getInt(at);
        var count = head.getInt(at);
        at += 4;
        for (var i = 0; i < Math.min(count, 64); i++) {
            var length = head.getInt(at);
            var comment = new byte[Math.clamp(length, 0, head.limit() - at - 4)];
            head.get(at + 4, comment);
            var text = new String(comment, StandardCharsets.UTF_8);
            if (text.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                return Optional.of(text.substring(name.length() + 1));
            }
            at += 4 + length;
        }
        return Optional.empty();
    }

    private static String words(String tag) {
        var value = tag.replaceAll("\\p{Cntrl}", " ").strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    /// As FLAC has pictures: a kind, a type, a description, four numbers and the picture, in Base64.
    private static byte[] jpeg(String tag) {
        var block = ByteBuffer.wrap(Base64.getDecoder().decode(tag));
        var type = new byte[block.getInt(4)];
        block.position(8).get(type);
        block.position(block.position() + block.getInt(block.position()) + 20);
        var picture = new byte[block.getInt()];
        block.get(picture);
        return new String(type, StandardCharsets.US_ASCII).equals("image/jpeg") ? picture : new byte[0];
    }

    /// The last page says at which sample it ends.
    private static int seconds(ByteBuffer tail) {
        var page = find(tail, "OggS", true);
        return page < 0 ? 0 : Math.clamp(Math.ceilDiv(tail.getLong(page + 6), RATE), 0, 36_000);
    }
}
