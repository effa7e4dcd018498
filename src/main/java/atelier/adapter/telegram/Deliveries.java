package atelier.adapter.telegram;

import atelier.chat.Delivery;
import atelier.chat.OutboundGovernor;
import atelier.chat.Outgoing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;

/// Sends what must arrive, part by part, each with its share of the chat's budget, and says what became of it.
final class Deliveries {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final TelegramSends sends;
    private final Tracks tracks;
    private final OutboundGovernor governor;
    /// Parts already sent of answers of several parts, so that another attempt goes on behind them.
    private final Cache<String, String> done = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(6)).build();

    Deliveries(TelegramSends sends, Tracks tracks, OutboundGovernor governor) {
        this.sends = sends;
        this.tracks = tracks;
        this.governor = governor;
    }

    Delivery deliver(Outgoing outgoing) {
        List<Part> parts = Parts.of(outgoing, sends, tracks);
        String first = null;
        for (var index = 0; index < parts.size(); index++) {
            var key = outgoing.address().chat().id() + "/" + outgoing.id() + "/" + index;
            var sent = parts.size() == 1 ? null : done.getIfPresent(key);
            if (sent == null) {
                switch (attempt(outgoing, parts.get(index))) {
                    case Delivery.Delivered delivered -> sent = delivered.messageId();
                    case Delivery.Later later -> {
                        return later;
                    }
                    case Delivery.Ambiguous ambiguous -> {
                        return ambiguous;
                    }
                    case Delivery.Rejected rejected -> {
                        return rejected;
                    }
                }
                done.put(key, sent);
            }
            first = first == null ? sent : first;
        }
        return first == null ? new Delivery.Rejected("there was nothing to send") : new Delivery.Delivered(first);
    }

    private Delivery attempt(Outgoing outgoing, Part part) {
        try {
            return called(outgoing, part.call());
        } catch (FaultException e) {
            var fault = e.fault();
            var plain = part.plain();
            var isFormat = fault.kind() == Fault.Kind.BAD_ENTITIES || fault.kind() == Fault.Kind.TOO_LONG;
            if (!isFormat || plain == null) {
                return outcome(outgoing, part, fault);
            }
            try {
                return called(outgoing, plain);
            } catch (FaultException again) {
                return outcome(outgoing, part, again.fault());
            }
        }
    }

    private Delivery called(Outgoing outgoing, Part.Call call) throws FaultException {
        var chat = Place.of(outgoing.address().chat()).chat();
        var penalty = governor.penaltyLeft(chat);
        if (penalty.compareTo(LONGEST_WAIT) > 0) {
            return new Delivery.Later(penalty, "Telegram asked to wait");
        }
        try {
            governor.awaitFinal(chat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Later(SOON, "interrupted before sending");
        }
        try {
            return new Delivery.Delivered(call.run());
        } catch (org.telegram.telegrambots.meta.exceptions.TelegramApiException | RuntimeException e) {
            throw new FaultException(Fault.of(e));
        }
    }

    private Delivery outcome(Outgoing outgoing, Part part, Fault fault) {
        return switch (fault.kind()) {
            case SLOW_DOWN -> {
                governor.penalty(Place.of(outgoing.address().chat()).chat(), fault.delay());
                yield new Delivery.Later(fault.delay(), fault.why());
            }
            case NOT_MODIFIED -> new Delivery.Delivered(String.valueOf(outgoing.address().messageId()));
            case NOT_SENT, SERVER -> new Delivery.Later(fault.delay(), fault.why());
            case UNKNOWN -> part.isRepeatable()
                    ? new Delivery.Later(SOON, fault.why())
                    : new Delivery.Ambiguous(fault.why());
            case TOO_LONG, BAD_ENTITIES, GONE, REFUSED -> new Delivery.Rejected(fault.why());
        };
    }

    /// Carries a fault out of a call.
    private static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        FaultException(Fault fault) {
            super(fault.why());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
