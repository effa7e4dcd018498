package atelier.process;

import static atelier.process.Trouble.lasting;
import static atelier.process.Trouble.repeated;

import atelier.adapter.Door;
import atelier.process.Trouble.Needs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All that goes wrong around Atelier sooner or later.
final class Misfortunes {
    private final List<Trouble> all = new ArrayList<>();

    private Misfortunes() {}

    static List<Trouble> all() {
        var misfortunes = new Misfortunes();
        misfortunes.refusals();
        misfortunes.network();
        misfortunes.silence();
        misfortunes.machine();
        misfortunes.database();
        return misfortunes.all;
    }

    static Trouble named(String name) {
        return all().stream().filter(trouble -> trouble.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trouble " + name));
    }

    private void refusals() {
        all.add(repeated("Telegram: 429, retry after 1 s", scene -> scene.town().telegram
                .failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)))));
        all.add(repeated("Telegram: 500", scene -> scene.town().telegram.failNext(new Door.Fault.ServerError())));
        all.add(repeated("Telegram: carried out, but the connection breaks off", scene -> scene.town().telegram
                .failNext(new Door.Fault.SentButSilent())));
        all.add(repeated("Telegram: polls refused with 502",
                scene -> scene.town().telegram.refuseNextPoll(502, "Bad Gateway", 0),
                scene -> scene.town().telegram.works()));
        all.add(repeated("Discord: 429, retry after 1 s", scene -> scene.town().discord
                .failNext(new Door.Fault.SlowDown(Duration.ofSeconds(1)))));
        all.add(repeated("Discord: 502", scene -> scene.town().discord.failNext(new Door.Fault.ServerError())));
        all.add(repeated("Discord: the gateway drops the connection",
                scene -> scene.town().discord.dropConnections(4000)));
        all.add(lasting("model: gone; the cloud answers", scene -> scene.town().ollama.goesDown(),
                scene -> scene.town().ollama.comesBack()));
    }

    private void network() {
        all.add(lasting("Telegram: 2 s late", scene -> scene.lines().telegram.delays(Duration.ofSeconds(2)),
                scene -> scene.lines().telegram.works()));
        all.add(lasting("Discord: 2 s late", scene -> scene.lines().discord.delays(Duration.ofSeconds(2)),
                scene -> scene.lines().discord.works()));
        all.add(lasting("model: first word 8 s late", scene -> scene.lines().ollama.delays(Duration.ofSeconds(8)),
                scene -> scene.lines().ollama.works()));
        all.add(repeated("Telegram: connections reset", scene -> scene.lines().telegram.breaks()));
        all.add(repeated("Discord: connections reset", scene -> scene.lines().discord.breaks()));
        all.add(repeated("model: dies in mid-stream", scene -> scene.lines().ollama.breaks()));
        all.add(lasting("names are not found (DNS)", Needs.NAMES, Scene::losesNames, Scene::findsNames));
    }

    private void silence() {
        all.add(lasting("Telegram: vanishes without a word", scene -> scene.lines().telegram.fallsSilent(),
                scene -> scene.lines().telegram.works()));
        all.add(lasting("Discord: vanishes without a word", scene -> scene.lines().discord.fallsSilent(),
                scene -> scene.lines().discord.works()));
        all.add(lasting("model: vanishes without a word", scene -> scene.lines().ollama.fallsSilent(),
                scene -> scene.lines().ollama.works()));
    }

    private void machine() {
        all.add(lasting("the process is frozen", scene -> scene.signal("STOP"), scene -> scene.signal("CONT")));
        all.add(lasting("the clock jumps an hour ahead, and back", Needs.CLOCK,
                scene -> scene.setsClock(Duration.ofHours(1)), scene -> scene.setsClock(Duration.ZERO)));
        all.add(lasting("the clock jumps an hour back, and ahead", Needs.CLOCK,
                scene -> scene.setsClock(Duration.ofHours(-1)), scene -> scene.setsClock(Duration.ZERO)));
        all.add(lasting("the disk is full", Needs.SMALL_DISK, Scene::fillsDisk, Scene::freesDisk)
                .lasting(Duration.ofSeconds(8)));
    }

    private void database() {
        all.add(lasting("SQLite: locked by another process", Scene::locksDatabase, Scene::unlocksDatabase)
                .lasting(Duration.ofSeconds(8)));
        all.add(lasting("PostgreSQL: restarted", Needs.POSTGRES, Scene::stopsPostgres, Scene::startsPostgres));
        all.add(lasting("PostgreSQL: connections reset", Needs.POSTGRES, scene -> scene.postgres().breaks(),
                _ -> {}));
        all.add(lasting("PostgreSQL: vanishes without a word", Needs.POSTGRES,
                scene -> scene.postgres().fallsSilent(), scene -> scene.postgres().works()));
    }
}
