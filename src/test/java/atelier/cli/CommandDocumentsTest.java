package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.intent.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandDocumentsTest {
    @Test
    void theReadmeListsExactlyTheCommandsThatWork() throws IOException {
        var listed = new TreeSet<String>();
        var row = Pattern.compile("(?m)^\\| (`/.*?) \\|");
        var name = Pattern.compile("`/([a-z]+)`");
        row.matcher(Files.readString(Path.of("README.md"))).results()
                .forEach(found -> name.matcher(found.group(1)).results()
                        .forEach(command -> listed.add(command.group(1))));

        var available = new TreeSet<String>();
        CommandTable.available().forEach(command -> available.add(command.name()));
        assertThat(listed).isEqualTo(available);
    }

    @Test
    void everyPlatformRegistersThem() {
        assertThat(Commands.telegram()).hasSameSizeAs(CommandTable.available());
        assertThat(Commands.slash()).hasSameSizeAs(CommandTable.available());
    }
}
