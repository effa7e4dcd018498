package atelier.generation.transport;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.endpoint.GuardedSockets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// In what way a connection did not come about or was lost before the answer.
public enum Loss {
    /// Nobody listens there.
    REFUSED(Failure.UNREACHABLE, "offline"),
    /// The name leads nowhere.
    NO_HOST(Failure.UNREACHABLE, "no such host"),
    /// The address takes no connection in time.
    NO_CONNECTION(Failure.UNREACHABLE, "cannot be reached"),
    /// The address is none that a member's server may have.
    FORBIDDEN(Failure.UNREACHABLE, "address not allowed"),
    /// It does not speak TLS, or with a certificate that is not trusted.
    TLS(Failure.UNREACHABLE, "no trusted TLS"),
    /// The connection ended without an answer.
    CUT(Failure.LOST, "connection lost"),
    /// It answered, but not by HTTP.
    NO_SENSE(Failure.INVALID, "no sensible answer");

    private final Failure failure;
    private final String reason;

    Loss(Failure failure, String reason) {
        this.failure = failure;
        this.reason = reason;
    }

    Trouble trouble() {
        return new Trouble(failure, reason, this == CUT, null);
    }

    /// The loss behind this trouble, if it was one.
    public static Optional<Loss> of(Trouble trouble) {
        return Arrays.stream(values()).filter(loss -> loss.trouble().equals(trouble)).findFirst();
    }

    static Loss of(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            Loss loss = plainly(each);
            if (loss != null) {
                return loss;
            }
        }
        return cause instanceof IOException ? CUT : NO_SENSE;
    }

    private static @Nullable Loss plainly(Throwable each) {
        return switch (each) {
            case GuardedSockets.Blocked _ -> FORBIDDEN;
            case UnknownHostException _,UnresolvedAddressException _ -> NO_HOST;
            case HttpConnectTimeoutException _,SocketTimeoutException _ -> NO_CONNECTION;
            case ConnectException unconnected when unconnected.getCause() instanceof UnresolvedAddressException ->
                NO_HOST;
            case ConnectException _ -> REFUSED;
            case SSLException _ -> TLS;
            default -> null;
        };
    }
}
