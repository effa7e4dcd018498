package atelier.cli.doctor;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Java and the time of day.
record MachineCheck(ZoneId zone, Clock clock) implements Check {
    private static final int OLDEST_JAVA = 25;

    @Override
    public String subject() {
        return "Machine";
    }

    @Override
    public List<Finding> findings() {
        var now = DateTimeFormatter.ofPattern("HH:mm").format(clock.instant().atZone(zone));
        return List.of(java(Runtime.version().feature()),
                Finding.fine("Time zone", zone + ", where it is " + now + " now; daily quotas begin anew at midnight"));
    }

    static Finding java(int version) {
        return version >= OLDEST_JAVA
                ? Finding.fine("Java", "version " + version)
                : Finding.wrong(Ailment.JAVA_TOO_OLD, "Java", "version " + version + " is too old",
                        "Install JDK " + OLDEST_JAVA + ".");
    }
}
