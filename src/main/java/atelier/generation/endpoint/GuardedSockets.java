package atelier.generation.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/// Sockets that connect to public addresses only. Here, because only here the address is the one really connected to: a name may
/// resolve to another address at each look.
public final class GuardedSockets extends SocketFactory {
    private final Passing passing;

    /// @param passing told of each connection that is let through, just before it is made
    public GuardedSockets(Passing passing) {
        this.passing = passing;
    }

    /// Sees what is let through.
    @FunctionalInterface
    public interface Passing {
        /// @throws IOException to prevent it after all
        void to(InetSocketAddress address) throws IOException;
    }

    /// The address is none that a member's server may have.
    public static final class Blocked extends SocketException {
        private static final long serialVersionUID = 1;

        Blocked() {
            super("not a public address");
        }
    }

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    private final class Guarded extends Socket {
        Guarded() {
            super(Proxy.NO_PROXY); // not even one set for the whole JVM
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress address) || address.getAddress() == null
                    || !Addresses.isPublic(address.getAddress())) {
                throw new Blocked();
            }
            passing.to(address);
            super.connect(address, timeout);
        }
    }
}
