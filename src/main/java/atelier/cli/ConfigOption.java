package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.config.Config;
import atelier.config.ConfigReading;
import atelier.secret.SecretMask;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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

    /// What the configuration holds, mistakes and all.
    ConfigReading read() {
        if (file != null && !Files.isRegularFile(file)) {
            throw new UserFacingException(
                    "There is no file " + file + ". Copy config.example.yml there, or leave --config out.");
        }
        return ConfigReading.of(file != null ? file : Files.isRegularFile(HERE) ? HERE : null, System.getenv());
    }

    /// For the service, whose log is read by its operator. From here on the log knows its level and what to hide. Where no
    /// chat platform is set up, as [#loadForPerson()].
    ///
    /// @throws atelier.config.ConfigException with every mistake in it
    Config load() {
        var reading = read();
        return load(reading, reading.config().hasChatPlatform() ? Level.INFO : Level.WARN);
    }

    /// For a person at the terminal, between whose lines the log says only what matters, unless told otherwise.
    ///
    /// @throws atelier.config.ConfigException with every mistake in it
    Config loadForPerson() {
        return load(read(), Level.WARN);
    }

    private static Config load(ConfigReading reading, Level otherwise) {
        var config = reading.config();
        SecretMask.learn(config.secrets());
        if (LoggerFactory.getLogger("atelier") instanceof Logger log) {
            log.setLevel(reading.given().contains("log.level") ? Level.toLevel(config.logLevel()) : otherwise);
        }
        config.warnings().forEach(LoggerFactory.getLogger("atelier.config")::warn);
        return config;
    }
}
