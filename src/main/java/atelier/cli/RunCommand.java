package atelier.cli;

import atelier.config.Config;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs the service: every chat platform that has a token. With none, a chat at the terminal.
@Command(name = "run", mixinStandardHelpOptions = true, description = "run the service (the default)")
final class RunCommand implements Runnable {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        run(config.load());
    }

    static void run(Config config) {
        if (!config.hasChatPlatform()) {
            ChatCommand.run(config);
            return;
        }
        var started = System.nanoTime();
        var service = Service.ofPlatforms(config);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            service.close();
            stopped.countDown();
        }));
        service.start();
        LoggerFactory.getLogger("atelier").info("Atelier runs{} ({} ms). Ctrl-C stops it.", service.where(),
                (System.nanoTime() - started) / 1_000_000);
        System.gc(); // gives back what only the start needed
        await(stopped);
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
