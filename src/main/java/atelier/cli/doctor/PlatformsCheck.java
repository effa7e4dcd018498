package atelier.cli.doctor;

import atelier.config.ConfigReading;
import java.util.List;

/// Whether there is any door but the terminal.
record PlatformsCheck(ConfigReading reading) implements Check {
    @Override
    public String subject() {
        return "Chat";
    }

    @Override
    public List<Finding> findings() {
        var isTokenWrong = reading.mistakes().stream()
                .anyMatch(mistake -> mistake.key().startsWith("discord.") || mistake.key().startsWith("telegram."));
        return reading.draft().hasChatPlatform() || isTokenWrong
                ? List.of()
                : List.of(Finding.doubtful(Ailment.NO_PLATFORM, subject(),
                        "neither Discord nor Telegram is set up, so it runs at the "
                                + "terminal only",
                        "Put `discord.token` or `telegram.token` into config.yml."));
    }
}
