package atelier.adapter.discord;

import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;

/// The four calls that write a message, each through JDA's rate limiter but without its caches: an address stored by an
/// earlier process is as good as a fresh one. Through the interaction's token while it lives, then as the bot.
final class DiscordCalls {
    private static final Duration LONGEST_TEXT = Duration.ofSeconds(60);
    private static final int MOST_TRIES = 16;
    private static final long BETWEEN_TRIES_MS = 200;
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final Supplier<JDA> jda;
    private final Pacing pacing;
    private final InstantSource clock;

    DiscordCalls(Supplier<JDA> jda, Pacing pacing, InstantSource clock) {
        this.jda = jda;
        this.pacing = pacing;
        this.clock = clock;
    }

    /// Whether a new message at this address can be told apart from its repetition.
    boolean sendsOnce(ReplyAddress address) {
        return !Hints.alive(address, clock.instant());
    }

    /// Changes the message the address owns (or the deferred sign of its interaction). Where the bot cannot change it any
    /// more, the text goes out as a new message.
    ///
    /// @return the message's id
    String finish(ReplyAddress address, Payload payload, @Nullable String nonce) {
        if (Hints.alive(address, clock.instant())) {
            try {
                return acknowledged(address, () -> byToken(address, payload, DiscordCalls::always));
            } catch (ErrorResponseException refused) {
                rethrowUnlessTokenGone(refused);
            }
        }
        if (address.messageId() != null && !Hints.isOnlyForOne(address)) {
            try {
                return edit(address.chat(), address.messageId(), payload, DiscordCalls::always);
            } catch (ErrorResponseException refused) {
                if (!Outcome.isNotEditable(refused)) {
                    throw refused;
                }
            }
        }
        return asBot(address, payload, nonce);
    }

    /// Sends a new message.
    String send(ReplyAddress address, Payload payload, @Nullable String nonce) {
        if (Hints.alive(address, clock.instant())) {
            try {
                return acknowledged(address,
                        () -> followUp(address, Hints.isOnlyForOne(address) ? payload.forOne() : payload));
            } catch (ErrorResponseException refused) {
                rethrowUnlessTokenGone(refused);
            }
        }
        return asBot(address, payload, nonce);
    }

    /// Shows a middle state; never sends anything new. `wanted` is asked again when the call's turn comes.
    void show(ReplyAddress address, Payload payload, BooleanSupplier wanted) {
        if (Hints.alive(address, clock.instant())) {
            byToken(address, payload, wanted);
        } else if (address.messageId() != null && !Hints.isOnlyForOne(address)) {
            edit(address.chat(), address.messageId(), payload, wanted);
        }
    }

    /// A message only the person of the interaction sees.
    void tellOne(ReplyAddress address, Payload payload) {
        if (Hints.alive(address, clock.instant())) {
            followUp(address, payload.forOne());
        }
    }

    /// Another process may have the interaction and be about to acknowledge it; until then Discord does not know its token.
    private String acknowledged(ReplyAddress address, Supplier<String> call) {
        for (var tries = 1;; tries++) {
            try {
                return call.get();
            } catch (ErrorResponseException refused) {
                if (!Outcome.isUnknownToken(refused) || tries == MOST_TRIES
                        || !Hints.isYoung(address, clock.instant())) {
                    throw refused;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MS);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    private static void rethrowUnlessTokenGone(ErrorResponseException refused) {
        if (!Outcome.isTokenGone(refused)) {
            throw refused;
        }
    }

    private String byToken(ReplyAddress address, Payload payload, BooleanSupplier wanted) {
        var message = address.messageId() == null || Hints.ownsOriginal(address) ? "@original" : address.messageId();
        var route = Route.Interactions.EDIT_FOLLOWUP.compile(Hints.need(address, Hints.APPLICATION),
                Hints.need(address, Hints.TOKEN), message);
        return call(address.chat(), route, payload, wanted);
    }

    private String followUp(ReplyAddress address, Payload payload) {
        var route = Route.Interactions.CREATE_FOLLOWUP.compile(Hints.need(address, Hints.APPLICATION),
                Hints.need(address, Hints.TOKEN));
        return call(address.chat(), route, payload, DiscordCalls::always);
    }

    private String edit(Chat chat, String message, Payload payload, BooleanSupplier wanted) {
        return call(chat, Route.Messages.EDIT_MESSAGE.compile(chat.id(), message), payload, wanted);
    }

    /// As the bot: in the channel, or where the bot has no place there, in the person's direct messages.
    private String asBot(ReplyAddress address, Payload payload, @Nullable String nonce) {
        var person = Hints.of(address, Hints.PERSON);
        if (Hints.isOnlyForOne(address)) {
            return directly(address, payload.asNew(nonce, null), person);
        }
        try {
            var route = Route.Messages.SEND_MESSAGE.compile(address.chat().id());
            return call(address.chat(), route, payload.asNew(nonce, address.inReplyTo()), DiscordCalls::always);
        } catch (ErrorResponseException refused) {
            if (person == null || address.chat().isPrivate() || !Outcome.isNoAccess(refused)) {
                throw refused;
            }
            return directly(address, payload.asNew(nonce, null), person);
        }
    }

    private String directly(ReplyAddress address, Payload payload, @Nullable String person) {
        var channel = await(jda.get().openPrivateChannelById(String.valueOf(person)).submit(), LONGEST_TEXT).getId();
        return call(address.chat(), Route.Messages.SEND_MESSAGE.compile(channel), payload, DiscordCalls::always);
    }

    private String call(Chat chat, Route.CompiledRoute route, Payload payload, BooleanSupplier wanted) {
        pacing.belongs(route.getCompiledRoute(), chat.key());
        var action = new RestActionImpl<DataObject>(jda.get(), route, payload.body(),
                (response, request) -> response.getObject());
        var longest = payload.files().isEmpty() ? LONGEST_TEXT : LONGEST_UPLOAD;
        return await(action.setCheck(wanted).submit(), longest).getString("id");
    }

    private static boolean always() {
        return true;
    }

    private static <T> T await(CompletableFuture<T> answer, Duration longest) {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new CancellationException("waited too long");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failed);
        }
    }
}
