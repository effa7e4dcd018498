package atelier.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.ConfigReading;
import atelier.store.DatabaseCondition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    @Test
    void aDiskThatIsNearlyFullIsWarnedOf(@TempDir Path folder) {
        assertThat(new DataCheck(folder, null, Long.MAX_VALUE, _ -> "ext4").findings()).extracting(Finding::line)
                .anySatisfy(line -> assertThat(line).startsWith("⚠ Disk: only ").contains("Make room")
                        .endsWith("[" + Ailment.DISK_NEARLY_FULL.id() + "]"));
    }

    @Test
    void anOldJavaIsRefused() {
        assertThat(MachineCheck.java(21).line()).isEqualTo("✗ Java: version 21 is too old. Install JDK 25. ["
                + Ailment.JAVA_TOO_OLD.id() + "]");
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

    @Test
    void aCheckThatHangsOrBreaksIsSaid() throws InterruptedException {
        var hanging = check(() -> {
            new CountDownLatch(1).await();
            return List.of();
        });
        var breaking = check(() -> {
            throw new IllegalStateException("broken");
        });

        assertThat(new Doctor(List.of(breaking, hanging), Duration.ofMillis(300)).examine())
                .extracting(Finding::ailment).startsWith(Ailment.CHECK_BROKE, Ailment.CHECK_HANGS);
    }

    private static Check check(Callable<List<Finding>> looking) {
        return new Check() {
            @Override
            public String subject() {
                return "Sleeper";
            }

            @Override
            public List<Finding> findings() throws InterruptedException {
                try {
                    return looking.call();
                } catch (InterruptedException | RuntimeException failure) {
                    throw failure;
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }
        };
    }

    @Test
    void dataOnANetworkIsWarnedOf(@TempDir Path folder) {
        for (var kind : List.of("nfs4", "cifs", "smb3", "fuse.sshfs", "9p")) {
            assertThat(new DataCheck(folder, null, 0, _ -> kind).findings()).as(kind).first()
                    .extracting(Finding::ailment).isEqualTo(Ailment.DATA_ON_NETWORK);
        }
        for (var kind : List.of("ext4", "xfs", "btrfs", "overlay", "apfs", "NTFS", "tmpfs")) {
            assertThat(new DataCheck(folder, null, 0, _ -> kind).findings()).as(kind).extracting(Finding::ailment)
                    .doesNotContain(Ailment.DATA_ON_NETWORK);
        }
    }

    @Test
    void aDiskWithoutRoomForABackupIsWarnedOf(@TempDir Path folder) throws IOException {
        var database = folder.resolve("atelier.db");
        try (var file = new RandomAccessFile(database.toFile(), "rw")) {
            file.setLength(Files.getFileStore(folder).getUsableSpace()); // sparse: it takes no room
        }

        assertThat(new DataCheck(folder, database, 0, _ -> "ext4").findings()).extracting(Finding::ailment)
                .contains(Ailment.DISK_TOO_SMALL_FOR_BACKUP);
    }

    @Test
    void whatADatabaseServerRefusesIsToldApart(@TempDir Path home) {
        var check = new DatabaseCheck(ConfigReading.of(null, Map.of("ATELIER_DATA_DIR", home.toString())).draft());

        assertThat(check.postgres(DatabaseCondition.REFUSED).ailment()).isEqualTo(Ailment.DATABASE_LOGIN_REFUSED);
        assertThat(check.postgres(DatabaseCondition.MISSING).ailment()).isEqualTo(Ailment.DATABASE_MISSING);
        assertThat(check.postgres(DatabaseCondition.NEWER).ailment()).isEqualTo(Ailment.DATABASE_NEWER);
    }
}
