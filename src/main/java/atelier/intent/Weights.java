package atelier.intent;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// How much each trait speaks for each kind: a table from the hash of a trait to a byte a kind. Immutable; thread-safe.
///
/// `weights.bin`, gzip over big-endian values: number of rows (int), number of kinds (int), what one step of a byte is
/// worth (float), the hashes in ascending order (ints), then the rows (a signed byte a kind, in the order of
/// [Intent.Kind]).
final class Weights {
    private final int[] keys;
    private final byte[] rows;
    private final int kinds;
    private final float step;
    /// Places in `keys` plus one, found by hash with the next free place taken; zero is free.
    private final int[] places;

    private Weights(int[] keys, byte[] rows, int kinds, float step) {
        this.keys = keys;
        this.rows = rows;
        this.kinds = kinds;
        this.step = step;
        places = new int[Math.max(16, Integer.highestOneBit(keys.length) * 4)];
        for (int i = 0; i < keys.length; i++) {
            int place = keys[i] & places.length - 1;
            while (places[place] != 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = i + 1;
        }
    }

    static Weights read(String resource) {
        var stream = Objects.requireNonNull(Weights.class.getResourceAsStream(resource), resource);
        try (var in = stream) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        int size = in.readInt();
        int kinds = in.readInt();
        if (kinds != Intent.Kind.values().length) {
            throw new IllegalStateException("the weights were learned for " + kinds + " kinds; learn them again");
        }
        float step = in.readFloat();
        var keys = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = in.readInt();
        }
        var rows = new byte[size * kinds];
        in.readFully(rows);
        return new Weights(keys, rows, kinds, step);
    }

    /// Adds what the trait says about each kind.
    void add(int key, float amount, double[] sums) {
        int place = key & places.length - 1;
        while (places[place] != 0) {
            int row = places[place] - 1;
            if (keys[row] == key) {
                for (int kind = 0; kind < kinds; kind++) {
                    sums[kind] += rows[row * kinds + kind] * step * amount;
                }
                return;
            }
            place = place + 1 & places.length - 1;
        }
    }
}
