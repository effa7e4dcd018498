package atelier.cli;

import atelier.adapter.discord.ShardLeases;
import atelier.chat.ChatAdapter;
import atelier.config.Config;
import atelier.engine.node.Membership;
import atelier.engine.node.SharedDoor;
import atelier.engine.port.Relay;
import atelier.engine.port.Wakes;
import atelier.store.Database;
import atelier.store.JdbiRelay;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Doors to the chat platforms: this process's own, or shared with others on the same database.
final class Doors {
    private final boolean mayHold;
    private final Membership membership;
    private final Relay relay;
    private final Wakes wakes;

    Doors(Config config, Database database, Membership membership, Wakes wakes) {
        this.wakes = wakes;
        this.mayHold = config.is(Config.Role.GATEWAY);
        this.membership = membership;
        this.relay = new JdbiRelay(database, Clock.systemUTC(), wakes);
    }

    /// A door that connects to its platform.
    ChatAdapter connecting(Supplier<? extends ChatAdapter> door) {
        return membership.isAlone() ? door.get() : SharedDoor.connecting(door, mayHold, membership, relay, wakes);
    }

    /// A door through which each gateway takes in a part of what comes.
    ChatAdapter divided(Function<ShardLeases, ? extends ChatAdapter> door) {
        return membership.isAlone()
                ? door.apply(ShardLeases.alone())
                : SharedDoor.divided(door.apply(new MemberLeases(membership)), mayHold, membership, relay, wakes);
    }

    /// Shards are leased as doors are.
    private record MemberLeases(Membership membership) implements ShardLeases {
        @Override
        public String me() {
            return membership.id();
        }

        @Override
        public boolean hasOthers() {
            return membership.hasOthers();
        }

        @Override
        public Set<String> held(String beginning) {
            return membership.held(beginning);
        }

        @Override
        public boolean take(String lease) {
            return membership.holds(lease);
        }

        @Override
        public void release(String lease) {
            membership.release(lease);
        }
    }

    /// A door that its platform calls.
    ChatAdapter called(ChatAdapter door) {
        return membership.isAlone() ? door : SharedDoor.called(door, mayHold, membership, relay, wakes);
    }
}
