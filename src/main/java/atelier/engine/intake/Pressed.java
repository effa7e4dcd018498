package atelier.engine.intake;

import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a button says that changes a certain work: `/change j1x slower` means “slower” in reply to it.
///
/// @param about the work; null for buttons that speak of none, or of one that is gone
record Pressed(String words, @Nullable Job about) {
    private static final Pattern CHANGE = Pattern.compile("(?s)/change\\s(j[0-9a-z]{8,40})\\s(.{1,400})");

    static Pressed of(String said, long account, Jobs jobs) {
        var change = CHANGE.matcher(said);
        if (!change.matches()) {
            return new Pressed(said, null);
        }
        var job = jobs.find(account, change.group(1)).filter(found -> found.isMade() && found.isWork());
        return new Pressed("/change " + change.group(2), job.orElse(null));
    }
}
