package atelier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void one() {
        assertThat(Main.class).isFinal();
    }
}
