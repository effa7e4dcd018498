package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/// Which configuration to use.
final class ConfigOption {
    private static final Path HERE = Path.of("config.yml");

    @Option(names = "--config", paramLabel = "FILE", description = "configuration; ./config.yml when it is there")
    private @Nullable Path file;

    /// @throws atelier.config.ConfigException with every mistake in it
    Config load() {
        if (file != null && !Files.isRegularFile(file)) {
            throw new UserFacingException(
                    "There is no file " + file + ". Copy config.example.yml there, or leave --config out.");
        }
        var config = Config.load(file != null ? file : Files.isRegularFile(HERE) ? HERE : null, System.getenv());
        config.warnings().forEach(LoggerFactory.getLogger("atelier.config")::warn);
        return config;
    }
}
