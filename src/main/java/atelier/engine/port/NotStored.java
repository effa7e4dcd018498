package atelier.engine.port;

/// Storage is full, locked or away, so that nothing can be read, or a transaction was not kept as far as anybody knows. Whoever can
/// wait may try the same again; it goes on by itself when storage is back.
public final class NotStored extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotStored(Throwable cause) {
        super("nothing can be stored at present", cause);
    }
}
