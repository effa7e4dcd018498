package atelier.generation.endpoint;

/// A range of addresses of version 4 or 6.
final class Cidr {
    private final byte[] prefix;
    private final int bits;

    private Cidr(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /// @param text such as `10.0.0.0/8` or `fe80::/10`. Parsed here, as the JDK makes `::ffff:0:0` an address of version 4.
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        return new Cidr(address.contains(":") ? six(address) : four(address),
                Integer.parseInt(text.substring(slash + 1)));
    }

    private static byte[] four(String address) {
        String[] parts = address.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte[] six(String address) {
        String[] sides = address.split("::", -1);
        byte[] bytes = new byte[16];
        String[] head = groups(sides[0]);
        String[] tail = groups(sides[1]);
        for (int i = 0; i < head.length; i++) {
            put(bytes, i, head[i]);
        }
        for (int i = 0; i < tail.length; i++) {
            put(bytes, 8 - tail.length + i, tail[i]);
        }
        return bytes;
    }

    private static String[] groups(String side) {
        return side.isEmpty() ? new String[0] : side.split(":", -1);
    }

    private static void put(byte[] bytes, int group, String hex) {
        int value = Integer.parseInt(hex, 16);
        bytes[2 * group] = (byte) (value >> 8);
        bytes[2 * group + 1] = (byte) value;
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
