package atelier.generation.setup;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One server that somebody registered models of. Stays the same when its key is rotated, so that what runs goes on and what begins uses
/// the new key. Remembers what it listed last, and who looked. Thread-safe.
final class OwnServer implements Provider {
    private final String id;
    private final String kind;
    private final boolean local;
    private final String place;
    private final OwnServers house;
    private final ReentrantLock asking = new ReentrantLock();
    private final Map<String, Model.State> notes = new ConcurrentHashMap<>();
    private final Map<String, Sign> answered = new ConcurrentHashMap<>();
    private volatile Line line = new Line(null, Trouble.lasting(Failure.NO_MODEL, "not set up yet"), null);
    private volatile @Nullable Heard heard;
    private volatile Instant wanted = Instant.MIN;

    /// How it is spoken to at present.
    ///
    /// @param provider null when it cannot be spoken to
    /// @param trouble  why it cannot
    /// @param rotated  when the key in use was given; null without one
    record Line(@Nullable Provider provider, Trouble trouble, @Nullable Instant rotated) {}

    /// An answer is a sign of health, too.
    record Sign(long latencyMs, Instant when) {}

    private record Heard(Listing listing, Instant when) {}

    /// @param place see [Provider#place()]
    OwnServer(String id, String kind, boolean local, String place, OwnServers house) {
        this.id = id;
        this.place = place;
        this.kind = kind;
        this.local = local;
        this.house = house;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public int longestAnswer() {
        var provider = line.provider();
        return provider == null ? Provider.super.longestAnswer() : provider.longestAnswer();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isLocal() {
        return local;
    }

    Line line() {
        return line;
    }

    /// From now on it is spoken to like this.
    void use(Line changed) {
        line = changed;
        heard = null;
        answered.clear();
    }

    /// Whether somebody used or looked at it since then.
    boolean isWantedSince(Instant then) {
        return !wanted.isBefore(then);
    }

    @Override
    public Listing models(Duration limit) {
        wanted = house.now();
        return look(limit);
    }

    @Override
    public Listing recent(Duration limit) {
        wanted = house.now();
        Listing known = known();
        return known != null ? known : look(limit);
    }

    /// What it said last, unless that is too long ago; never waits.
    @Nullable
    Listing known() {
        Heard last = heard;
        return last == null || last.when().isBefore(house.now().minus(house.period().multipliedBy(2)))
                ? null
                : noted(last.listing());
    }

    /// How this model answered last, if that was lately and its server was not heard of since.
    @Nullable
    Sign sign(String model) {
        Sign last = answered.get(model);
        Heard since = heard;
        return last == null || last.when().isBefore(house.now().minus(OwnServers.WATCHED))
                || (since != null && since.when().isAfter(last.when())) ? null : last;
    }

    private Listing noted(Listing listing) {
        return switch (listing) {
            case Listing.Up(List<Model> models) -> new Listing.Up(models.stream()
                    .map(model -> model.with(notes.getOrDefault(model.name(), model.state()))).toList());
            case Listing.Down down -> down;
        };
    }

    /// Asks now; those who come meanwhile share the answer. Does not count as somebody looking.
    Listing look(Duration limit) {
        Heard before = heard;
        try {
            if (!asking.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Listing.Down(Trouble.passing(Failure.TIMEOUT, "no answer yet"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Listing.Down(Trouble.lasting(Failure.CANCELLED, "stopped"));
        }
        try {
            Heard meanwhile = heard;
            return meanwhile != null && !meanwhile.equals(before) ? noted(meanwhile.listing()) : asked(limit);
        } finally {
            asking.unlock();
        }
    }

    private Listing asked(Duration limit) {
        Line spoken = line;
        Semaphore turns = house.turns();
        Listing listing;
        try {
            if (!turns.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Listing.Down(Trouble.passing(Failure.TIMEOUT, "too many servers are looked at"));
            }
            try {
                listing = spoken.provider() == null
                        ? new Listing.Down(spoken.trouble())
                        : ours(spoken.provider().models(limit));
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Listing.Down(Trouble.lasting(Failure.CANCELLED, "stopped"));
        }
        notes.clear();
        heard = new Heard(listing, house.now());
        return listing;
    }

    private Listing ours(Listing listing) {
        return switch (listing) {
            case Listing.Up(List<Model> models) -> new Listing.Up(models.stream().map(model -> new Model(model.name(),
                    id, local, model.loaded(), model.contextTokens(), model.state(), model.latencyMs())).toList());
            case Listing.Down down -> down;
        };
    }

    @Override
    public Outcome generate(Ask ask) {
        wanted = house.now();
        Line spoken = line;
        if (spoken.provider() == null) {
            return new Outcome.Broken(spoken.trouble(), "");
        }
        Outcome outcome = spoken.provider().generate(ask);
        if (outcome instanceof Outcome.Broken(Trouble trouble, _, _)) {
            note(ask.model(), trouble);
        } else if (outcome instanceof Outcome.Done done) {
            answered.put(ask.model(), new Sign(done.firstTokenMs(), house.now()));
            notes.remove(ask.model());
        }
        return outcome;
    }

    /// What a wish has shown counts until the next look.
    private void note(String model, Trouble trouble) {
        if (trouble.failure() != Failure.CANCELLED) {
            answered.remove(model);
        }
        switch (trouble.failure()) {
            case UNREACHABLE -> {
                if (!trouble.passing()) {
                    heard = new Heard(new Listing.Down(trouble), house.now());
                }
            }
            case RATE_LIMITED, SERVER_ERROR -> {
                if (trouble.passing()) {
                    notes.put(model, Model.State.BUSY);
                }
            }
            default -> {
                // Says nothing of how the next wish will fare.
            }
        }
    }

    @Override
    public boolean load(Ask ask) {
        wanted = house.now();
        Line spoken = line;
        if (spoken.provider() == null) {
            return false;
        }
        notes.put(ask.model(), Model.State.LOADING);
        boolean loaded = spoken.provider().load(ask);
        heard = null; // it lists otherwise now
        return loaded;
    }
}
