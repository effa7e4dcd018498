package atelier.create.patch;

/// How much may be looked at before a change counts as one that has no place. Models in a loop write changes whose places would
/// be looked for all day. Not thread-safe.
public final class Patience {
    /// Signs of a line compared at the cost of one line.
    private static final int SIGNS = 64;

    private long left;

    /// @param lines to be looked at in all
    public Patience(long lines) {
        left = lines;
    }

    public boolean spend(long lines) {
        left -= lines;
        return left >= 0;
    }

    boolean isSpent() {
        return left < 0;
    }

    /// Pays for one line.
    void look(String line) {
        left -= 1 + line.length() / SIGNS;
    }
}
