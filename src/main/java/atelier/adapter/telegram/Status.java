package atelier.adapter.telegram;

/// Whether events arrive at present, and why not.
final class Status {
    private volatile boolean up;
    private volatile String words = "not started";

    void up() {
        up = true;
        words = "connected";
    }

    void down(String why) {
        words = why;
        up = false;
    }

    boolean isUp() {
        return up;
    }

    String words() {
        return words;
    }
}
