package atelier.cli;

import atelier.audio.SoundBank;
import atelier.config.Config;
import atelier.config.Secret;
import atelier.create.code.CodeCreator;
import atelier.create.dojo.GameCreator;
import atelier.create.music.MelodyCreator;
import atelier.create.song.Samples;
import atelier.create.song.SongCreator;
import atelier.create.song.ToplineCreator;
import atelier.create.text.ExplainCreator;
import atelier.create.text.LogCreator;
import atelier.create.text.LyricsCreator;
import atelier.create.text.ReviewCreator;
import atelier.create.text.TalkCreator;
import atelier.engine.port.Workshop;
import atelier.generation.Oversight;
import atelier.generation.TimeLimits;
import atelier.generation.setup.Clouds;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What makes things: the models and the creators on them; and the clouds people may bring keys for.
record Makers(Models models, Workshop workshop, Clouds clouds) implements AutoCloseable {
    /// For one person at the machine: nobody counts what it costs.
    static Makers of(Config config) {
        return of(config, Oversight.NONE);
    }

    static Makers of(Config config, Oversight oversight) {
        var servers = models(config);
        var models = Models.of(servers, config.healthPeriod(), oversight, Clock.systemUTC());
        var router = models.router();
        var bank = SoundBank.of(config.soundfont());
        bank.problem().ifPresent(LoggerFactory.getLogger("atelier.sound")::warn);
        return new Makers(models, new Workshop(new CodeCreator(router), new ReviewCreator(router),
                new ExplainCreator(router), new GameCreator(router), new LyricsCreator(router), new MelodyCreator(bank),
                new ToplineCreator(router, bank), new SongCreator(router, bank),
                new LogCreator(router), new TalkCreator(router),
                new Samples(bank, config.dataDir().resolve("samples"))),
                Clouds.of(servers));
    }

    static ModelsConfig models(Config config) {
        var limits = config.limits();
        var preferred = config.ollama().model() != null
                ? "ollama/" + config.ollama().model()
                : config.lmStudio().model() != null ? "lmstudio/" + config.lmStudio().model() : null;
        return new ModelsConfig(text(config.ollama().url()), text(config.lmStudio().url()),
                cloud(config.gemini()), cloud(config.openAi()), cloud(config.anthropic()), preferred,
                new TimeLimits(limits.connect(), limits.firstTokenLocal(), limits.firstTokenCloud(),
                        limits.firstTokenLoading(), limits.idle(), limits.job()));
    }

    private static ModelsConfig.Cloud cloud(Config.Cloud cloud) {
        return new ModelsConfig.Cloud(text(cloud.url()), value(cloud.key()), cloud.model());
    }

    private static String text(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }

    static @Nullable String value(@Nullable Secret secret) {
        return secret == null ? null : secret.value();
    }

    @Override
    public void close() {
        models.close();
        clouds.close();
    }
}
