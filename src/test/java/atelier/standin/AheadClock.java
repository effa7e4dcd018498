package atelier.standin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A stand-in's own time as a clock.
final class AheadClock extends Clock {
    private final DiscordWorld world;

    AheadClock(DiscordWorld world) {
        this.world = world;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return world.now();
    }
}
