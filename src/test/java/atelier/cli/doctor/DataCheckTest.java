package atelier.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    @Test
    void aDiskThatIsNearlyFullIsWarnedOf(@TempDir Path folder) {
        assertThat(new DataCheck(folder, null, Long.MAX_VALUE).findings()).extracting(Finding::line)
                .anySatisfy(line -> assertThat(line).startsWith("⚠ Disk: only ").contains("Make room"));
    }

    @Test
    void anOldJavaIsRefused() {
        assertThat(MachineCheck.java(21).line()).isEqualTo("✗ Java: version 21 is too old. Install JDK 25.");
    }

    @Test
    void aCheckThatHangsHoldsNobodyUp() throws InterruptedException {
        var never = new CountDownLatch(1);
        var hanging = new Check() {
            @Override
            public String subject() {
                return "Sleeper";
            }

            @Override
            public List<Finding> findings() throws InterruptedException {
                never.await();
                return List.of();
            }
        };

        assertThat(new Doctor(List.of(hanging, new DataCheck(Path.of("."), null)), Duration.ofMillis(300)).examine())
                .extracting(Finding::subject).startsWith("Sleeper", "Data folder");
    }
}
