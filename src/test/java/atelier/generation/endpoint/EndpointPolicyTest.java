package atelier.generation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPolicyTest {
    private final EndpointPolicy policy = new EndpointPolicy(Set.of(8443), Set.of("http://192.168.1.20:8080"));

    @ParameterizedTest
    @ValueSource(strings = {"https://models.example.org", "https://models.example.org:8443/v1/", "https://8.8.8.8/v1",
            "https://[2606:4700::1111]/"})
    void publicOnesMayBeUsedThroughTheGuard(String text) {
        assertThat(policy.member(text)).isInstanceOfSatisfying(EndpointPolicy.Verdict.Allowed.class,
                allowed -> assertThat(allowed.endpoint().isTrusted()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://models.example.org            | Only https
            https://models.example.org:22        | Port 22
            https://name:word@models.example.org | without a password
            https://models.example.org/?key=x    | without a password
            https://models.example.org/#x        | without a password
            https://localhost                    | private network
            https://nas.local                    | private network
            https://router                       | private network
            https://192.168.1.20                 | private network
            http://192.168.1.20:8081             | Only https
            ftp://models.example.org             | no address
            models.example.org                   | no address
            """)
    void whatMayNotBeUsedIsSaidWithTheWayOut(String text, String words) {
        assertThat(policy.member(text)).isInstanceOfSatisfying(EndpointPolicy.Verdict.Refused.class,
                refused -> assertThat(refused.sentence().inEnglish()).contains(words));
    }

    @Test
    void theVeryOriginTheOperatorApprovedMayBeUsed() {
        assertThat(policy.member("http://192.168.1.20:8080/v1"))
                .isInstanceOfSatisfying(EndpointPolicy.Verdict.Allowed.class, allowed -> {
                    assertThat(allowed.endpoint().isTrusted()).isTrue();
                    assertThat(allowed.endpoint().url()).isEqualTo("http://192.168.1.20:8080/v1");
                });
    }

    @Test
    void anApprovedOriginThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new EndpointPolicy(Set.of(), Set.of("192.168.1.20")))
                .hasMessageContaining("192.168.1.20");
    }
}
