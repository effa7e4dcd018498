package atelier.cli.doctor;

import atelier.config.Config;
import atelier.config.ConfigReading;
import atelier.store.DatabaseAddress;
import atelier.store.DatabaseGlance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Looks at everything that can keep the bot silent.
public final class Doctor {
    /// How long any one check may take.
    static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<Check> checks;
    private final Duration limit;

    Doctor(List<Check> checks, Duration limit) {
        this.checks = List.copyOf(checks);
        this.limit = limit;
    }

    /// For what was read from an operator's configuration, however wrong it is.
    public static Doctor of(ConfigReading reading, Clock clock) {
        var config = reading.draft();
        var checks = new ArrayList<Check>(List.of(new ConfigCheck(reading), new MachineCheck(config.timeZone(), clock),
                new DataCheck(config.dataDir(), databaseFile(config)), new DatabaseCheck(config),
                new BackupCheck(config, databaseFile(config), clock), new HttpPortCheck(config),
                new SoundCheck(config.soundfont()), new HouseCheck(config, glance(config))));
        checks.add(new PlatformsCheck(reading));
        if (config.discord().token() != null) {
            checks.add(new DiscordCheck(config.discord()));
        }
        if (config.telegram().token() != null) {
            checks.add(new TelegramCheck(config, clock));
        }
        checks.addAll(ModelChecks.of(reading));
        return new Doctor(checks, LIMIT);
    }

    private static DatabaseGlance glance(Config config) {
        var url = config.databaseUrl();
        var file = databaseFile(config);
        return file != null
                ? DatabaseGlance.ofSqlite(file)
                : url == null ? DatabaseGlance.NOTHING : DatabaseGlance.ofPostgres(url.value());
    }

    private static @Nullable Path databaseFile(Config config) {
        var url = config.databaseUrl();
        var address = DatabaseAddress.of(url == null ? null : url.value(), config.dataDir());
        return address instanceof DatabaseAddress.Sqlite(var file) ? file : null;
    }

    /// Everything there is to say, area by area. Takes a few seconds at most.
    public List<Finding> examine() throws InterruptedException {
        Map<Check, FutureTask<List<Finding>>> tasks = new LinkedHashMap<>();
        for (var check : checks) {
            var task = new FutureTask<>(check::findings);
            tasks.put(check, task);
            // A database driver may sit in native code, so no virtual thread.
            Thread.ofPlatform().daemon().name("doctor " + check.subject()).start(task);
        }
        var deadline = System.nanoTime() + limit.toNanos();
        var findings = new ArrayList<Finding>();
        for (var entry : tasks.entrySet()) {
            findings.addAll(awaited(entry.getKey(), entry.getValue(), deadline - System.nanoTime()));
        }
        findings.addAll(ModelChecks.together(findings));
        return findings;
    }

    private List<Finding> awaited(Check check, FutureTask<List<Finding>> task, long nanos)
            throws InterruptedException {
        try {
            return task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return List.of(Finding.doubtful(Ailment.CHECK_HANGS, check.subject(),
                    "no result within " + limit.toSeconds() + " seconds",
                    "Run the doctor again; if it stays so, whatever is behind it hangs."));
        } catch (ExecutionException failure) {
            return List.of(Finding.doubtful(Ailment.CHECK_BROKE, check.subject(),
                    "could not be looked at (" + failure.getCause() + ")",
                    "Run it again with ATELIER_LOG_LEVEL=debug, and report it if it stays so."));
        }
    }
}
