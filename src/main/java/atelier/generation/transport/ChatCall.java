package atelier.generation.transport;

import atelier.generation.Ask;
import atelier.generation.Counted;
import atelier.generation.Failure;
import atelier.generation.Outcome;
import atelier.generation.Tokens;
import atelier.generation.Trouble;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One prompt to one model, from the request to the [Outcome]. The library makes the request and maps the frames; when the call
/// ends, and with what, is decided here and in [Exchange].
public final class ChatCall implements StreamingChatResponseHandler {
    private static final Pattern NAME = Pattern.compile("[\\w./:@+-]{1,100}");

    private final Ask ask;
    private final Dialect dialect;
    private final Exchange exchange;
    private final Legible legible = new Legible();
    private final ThinkFilter filter = new ThinkFilter();
    private final StringBuilder text = new StringBuilder();
    private long firstTokenMs = -1;
    private @Nullable ChatResponse response;
    private @Nullable RuntimeException thrownByReader;

    private ChatCall(Ask ask, Dialect dialect, Exchange exchange) {
        this.ask = ask;
        this.dialect = dialect;
        this.exchange = exchange;
    }

    /// Makes a model that speaks over the given HTTP client.
    @FunctionalInterface
    public interface Speaker extends Function<HttpClientBuilder, StreamingChatModel> {}

    /// Blocks until the answer has come or the call has failed. A server that refuses the schema of the answer is asked once more
    /// without it, in words.
    public static Outcome run(Http http, Dialect dialect, Ask ask, Speaker speaker) {
        var call = new ChatCall(ask, dialect, new Exchange(http, dialect, ask));
        speaker.apply(new OneClient(call.exchange)).chat(Wording.of(ask.prompt()), call);
        Refusal refusal = call.exchange.refusal();
        if (refusal == null || ask.prompt().schema() == null || !refusal.isOfSchema()) {
            return call.outcome();
        }
        Duration left = ask.total().minusMillis(call.exchange.watchdog().elapsedMs());
        return run(http, dialect, new Ask(ask.model(), Wording.withoutSchema(ask.prompt()), ask.onText(),
                ask.cancellation(), ask.firstToken(), ask.idle(), left), speaker);
    }

    @Override
    public void onPartialResponse(String chunk) {
        show(filter.accept(legible.accept(chunk)));
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        show(filter.accept(legible.finish()) + filter.finish());
        response = complete;
    }

    @Override
    public void onError(Throwable error) {
        // Whatever the library makes of it, the exchange knows the reason; this is for mapping errors it does not know of.
        exchange.abort(Trouble.lasting(Failure.INVALID, "no sensible answer"));
    }

    private void show(String visible) {
        if (visible.isEmpty() || thrownByReader != null || exchange.trouble() != null) {
            return;
        }
        if (firstTokenMs < 0) {
            firstTokenMs = exchange.watchdog().elapsedMs();
            exchange.watchdog().visible();
        }
        text.append(visible);
        try {
            ask.onText().accept(visible);
        } catch (RuntimeException e) { // the reader's own mistake: stop the server, then let the caller have it
            thrownByReader = e;
            exchange.abort(Trouble.lasting(Failure.CANCELLED, "stopped"));
        }
    }

    private Outcome outcome() {
        if (thrownByReader != null) {
            throw thrownByReader;
        }
        Trouble trouble = exchange.trouble();
        if (trouble == null) {
            trouble = unfinished(response);
        }
        if (trouble != null || response == null) {
            Trouble reason = trouble == null
                    ? Trouble.passing(Failure.TRUNCATED, "the server stopped in the middle")
                    : trouble;
            Usage told = dialect.usage();
            return new Outcome.Broken(reason, text.toString(),
                    told == null ? null : new Counted(told.input(), told.cached(), told.output()));
        }
        return done(response);
    }

    private @Nullable Trouble unfinished(@Nullable ChatResponse complete) {
        FinishReason reason = complete == null ? null : complete.metadata().finishReason();
        if (reason == null) {
            return Trouble.passing(Failure.TRUNCATED, "the server stopped in the middle");
        }
        return switch (reason) {
            case LENGTH -> Trouble.lasting(Failure.TRUNCATED, "answer longer than the model's limit");
            case CONTENT_FILTER -> Trouble.lasting(Failure.BLOCKED, "content refused");
            case STOP, OTHER, TOOL_EXECUTION -> text.isEmpty()
                    ? Trouble.passing(Failure.INVALID, "empty answer")
                    : null;
        };
    }

    private Outcome done(ChatResponse complete) {
        Usage usage = usage(complete);
        return new Outcome.Done(text.toString(), answering(complete), firstTokenMs,
                exchange.watchdog().elapsedMs(), usage.input(), usage.cached(), usage.output());
    }

    private Usage usage(ChatResponse complete) {
        Usage told = dialect.usage();
        if (told != null) {
            return told;
        }
        TokenUsage counted = complete.metadata().tokenUsage();
        Integer input = counted == null ? null : counted.inputTokenCount();
        Integer output = counted == null ? null : counted.outputTokenCount();
        return new Usage(input == null ? Tokens.estimate(ask.prompt()) : input, 0,
                output == null ? Tokens.estimate(text) : output);
    }

    /// The model the server names, unless it is no sensible name.
    private String answering(ChatResponse complete) {
        String name = complete.metadata().modelName();
        return name != null && NAME.matcher(name).matches() ? name : ask.model();
    }

    /// Hands out the one client, whatever time limits the library wishes for; ours are in [Exchange].
    private record OneClient(HttpClient client) implements HttpClientBuilder {
        @Override
        public @Nullable Duration connectTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public @Nullable Duration readTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
