package atelier.store;

import java.sql.SQLException;

/// The database refused, or could not be reached. Says why in the driver's words, and never what was to be stored.
public final class StoreException extends RuntimeException {
    StoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
