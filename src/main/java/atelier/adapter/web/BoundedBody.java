package atelier.adapter.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A request body that ends with an error when it grows too long or dribbles in for too long.
final class BoundedBody extends FilterInputStream {
    private final long mostBytes;
    private final InstantSource clock;
    private final Instant deadline;
    private long bytes;

    BoundedBody(InputStream body, long mostBytes, Duration longest, InstantSource clock) {
        super(body);
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.deadline = clock.instant().plus(longest);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        bytes += Math.max(count, 0);
        if (bytes > mostBytes) {
            throw new IOException("request body over " + mostBytes + " bytes");
        }
        if (count >= 0 && clock.instant().isAfter(deadline)) {
            throw new IOException("request body too slow");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
