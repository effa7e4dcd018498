package atelier.adapter.discord;

import atelier.chat.Perks;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Entitlement;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.events.entitlement.EntitlementDeleteEvent;
import net.dv8tion.jda.api.events.entitlement.GenericEntitlementEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Discord says of people's roles and purchases. Every interaction carries both as they are at that moment; the gateway
/// tells of changes of purchases. Nothing is asked for, and nothing is told where the configuration gives none of it a meaning.
final class PerkReader {
    private static final Logger LOG = LoggerFactory.getLogger(PerkReader.class);

    private final boolean isWanted;
    private final InstantSource clock;

    PerkReader(boolean isWanted, InstantSource clock) {
        this.isWanted = isWanted;
        this.clock = clock;
    }

    void seen(Interaction event, Receiver receiver) {
        tell(receiver, () -> new Perks(Platform.DISCORD, event.getUser().getId(), event.getTimeCreated().toInstant(),
                roles(event.getMember()), event.getEntitlements().stream().map(PerkReader::purchase).toList(), true));
    }

    /// A message carries its author's roles only.
    void seen(Message said, Receiver receiver) {
        tell(receiver, () -> new Perks(Platform.DISCORD, said.getAuthor().getId(), said.getTimeCreated().toInstant(),
                roles(said.getMember()), List.of(), false));
    }

    void changed(GenericEntitlementEvent event, Receiver receiver) {
        var entitlement = event.getEntitlement();
        var isOver = event instanceof EntitlementDeleteEvent || entitlement.isDeleted();
        tell(receiver,
                () -> new Perks(Platform.DISCORD, entitlement.getUserIdLong() == 0 ? "" : entitlement.getUserId(),
                        clock.instant(), null, List.of(isOver ? over(entitlement) : purchase(entitlement)), false));
    }

    private static Perks.@Nullable Roles roles(@Nullable Member member) {
        return member == null || member.isDetached()
                ? null
                : new Perks.Roles(member.getGuild().getId(),
                        member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet()));
    }

    private static Perks.Purchase purchase(Entitlement it) {
        return new Perks.Purchase(it.getId(), it.getSkuId(), instant(it.getTimeEnding()), it.isDeleted());
    }

    private static Perks.Purchase over(Entitlement it) {
        return new Perks.Purchase(it.getId(), it.getSkuId(), instant(it.getTimeEnding()), true);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /// What could not be noted is said again with the next thing the person does.
    private void tell(Receiver receiver, java.util.function.Supplier<Perks> perks) {
        if (!isWanted) {
            return;
        }
        try {
            receiver.learn(perks.get());
        } catch (RuntimeException failed) {
            LOG.warn("what Discord says of somebody's rights could not be noted", failed);
        }
    }
}
