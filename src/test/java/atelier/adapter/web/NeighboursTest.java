package atelier.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeighboursTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "172.17.0.2", "192.168.1.20", "169.254.1.1", "fd12::1",
            "fe80::1"})
    void thisMachineAndPrivateNetworksAreNear(String address) throws UnknownHostException {
        assertThat(Neighbours.isNear(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "8.8.8.8", "172.32.0.1", "2001:db8::1", "0.0.0.0"})
    void theInternetIsNot(String address) throws UnknownHostException {
        assertThat(Neighbours.isNear(InetAddress.getByName(address))).isFalse();
    }
}
