package atelier.adapter.telegram;

import atelier.chat.Button;
import atelier.chat.OutgoingFile;
import atelier.chat.ReplyAddress;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The calls that put something into a chat. One attempt each; what failed comes as the library's exception, to be read
/// by [Fault].
final class TelegramSends implements AutoCloseable {
    private static final LinkPreviewOptions NO_PREVIEW = LinkPreviewOptions.builder().isDisabled(true).build();

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final TextCalls texts;

    TelegramSends(TelegramSettings settings, Duration readTimeout) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(256);
        dispatcher.setMaxRequestsPerHost(256);
        var prefix = settings.apiUrl().getPath();
        // A request the client repeats by itself could send a message twice.
        http = new OkHttpClient.Builder().dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES)).readTimeout(readTimeout)
                .writeTimeout(Duration.ofSeconds(60)).retryOnConnectionFailure(false).followRedirects(false)
                .addInterceptor(chain -> answered(chain, prefix == null ? "" : prefix)).build();
        var url = settings.apiUrl();
        var port = url.getPort() > 0 ? url.getPort() : "http".equals(url.getScheme()) ? 80 : 443;
        texts = new TextCalls(http, url, settings.token());
        client = new OkHttpTelegramClient(http, settings.token(),
                TelegramUrl.builder().schema(url.getScheme()).host(url.getHost()).port(port).build());
    }

    /// The library knows no path in front of the methods, and takes a gateway's error page for an answer.
    private static Response answered(Interceptor.Chain chain, String prefix) throws java.io.IOException {
        var request = chain.request();
        if (prefix.length() > 1) {
            HttpUrl url = request.url().newBuilder().encodedPath(prefix.replaceAll("/+$", "")
                    + request.url().encodedPath()).build();
            request = request.newBuilder().url(url).build();
        }
        var response = chain.proceed(request);
        if (response.code() >= 500) {
            response.close();
            throw new Fault.ServerTrouble(response.code());
        }
        return response;
    }

    /// @return the message's id
    int send(ReplyAddress address, TelegramText text, List<Button> buttons) throws TelegramApiException {
        var place = Place.of(address.chat());
        return texts.call(SendMessage.builder().chatId(place.chat()).messageThreadId(place.topic())
                .text(text.text()).entities(text.entities()).linkPreviewOptions(NO_PREVIEW)
                .replyParameters(reply(address)).replyMarkup(Keyboards.of(address.chat(), buttons)).build())
                .path("message_id").asInt();
    }

    void edit(ReplyAddress address, int messageId, TelegramText text, List<Button> buttons)
            throws TelegramApiException {
        texts.call(EditMessageText.builder().chatId(Place.of(address.chat()).chat()).messageId(messageId)
                .text(text.text()).entities(text.entities()).linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(Keyboards.of(address.chat(), buttons)).build());
    }

    void typing(ReplyAddress address) throws TelegramApiException {
        var place = Place.of(address.chat());
        texts.call(SendChatAction.builder().chatId(place.chat()).messageThreadId(place.topic()).action("typing")
                .build());
    }

    void answer(String callbackId, String text) throws TelegramApiException {
        texts.call(AnswerCallbackQuery.builder().callbackQueryId(callbackId).text(text.isEmpty() ? null : text)
                .build());
    }

    /// Sends one file so that it shows or plays in the chat where Telegram can do that.
    Message file(ReplyAddress address, OutgoingFile file, TelegramText caption, List<Button> buttons)
            throws TelegramApiException {
        var place = Place.of(address.chat());
        var content = new InputFile(file.content().toFile(), FileKind.safeName(file.name()));
        var keyboard = Keyboards.of(address.chat(), buttons);
        var words = caption.text().isEmpty() ? null : caption.text();
        return switch (FileKind.of(file)) {
            case PHOTO -> client.execute(SendPhoto.builder().chatId(place.chat()).messageThreadId(place.topic())
                    .photo(content).caption(words).captionEntities(caption.entities()).replyMarkup(keyboard).build());
            case VOICE -> {
                // Telegram makes a voice message of Opus however it is sent, without a title: the caption says it.
                var recording = Recording.of(file);
                yield client.execute(SendVoice.builder().chatId(place.chat()).messageThreadId(place.topic())
                        .voice(content).duration(recording.seconds() == 0 ? null : recording.seconds())
                        .caption(words == null && !recording.caption().isEmpty() ? recording.caption() : words)
                        .captionEntities(caption.entities()).replyMarkup(keyboard).build());
            }
            case AUDIO -> client.execute(SendAudio.builder().chatId(place.chat()).messageThreadId(place.topic())
                    .audio(content).title(title(file)).performer("Atelier").caption(words)
                    .captionEntities(caption.entities()).replyMarkup(keyboard).build());
            case DOCUMENT -> client.execute(SendDocument.builder().chatId(place.chat())
                    .messageThreadId(place.topic()).document(content).disableContentTypeDetection(true).caption(words)
                    .captionEntities(caption.entities()).replyMarkup(keyboard).build());
        };
    }

    /// Sends music so that it plays in the music player.
    Message track(ReplyAddress address, Tracks.Track track, List<Button> buttons) throws TelegramApiException {
        var place = Place.of(address.chat());
        var cover = track.cover().length == 0
                ? null
                : new InputFile(new ByteArrayInputStream(track.cover()), "cover.jpg");
        return client.execute(SendAudio.builder().chatId(place.chat()).messageThreadId(place.topic())
                .audio(new InputFile(new ByteArrayInputStream(track.mp3()), track.name())).title(track.title())
                .performer(track.performer()).duration(track.seconds() == 0 ? null : track.seconds())
                .thumbnail(cover).replyMarkup(Keyboards.of(address.chat(), buttons)).build());
    }

    /// A file's name in words: `the-sea.mp3` is `the sea`.
    private static String title(OutgoingFile file) {
        return FileKind.safeName(file.name()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[-_]+", " ").strip();
    }

    /// Sends one file as a plain document.
    Message document(ReplyAddress address, OutgoingFile file, TelegramText caption, List<Button> buttons)
            throws TelegramApiException {
        var place = Place.of(address.chat());
        return client.execute(SendDocument.builder().chatId(place.chat()).messageThreadId(place.topic())
                .document(new InputFile(file.content().toFile(), FileKind.safeName(file.name())))
                .disableContentTypeDetection(true).caption(caption.text().isEmpty() ? null : caption.text())
                .replyMarkup(Keyboards.of(address.chat(), buttons)).build());
    }

    /// Sends two to ten documents as one group; a group takes no buttons.
    Message group(ReplyAddress address, List<OutgoingFile> files) throws TelegramApiException {
        var place = Place.of(address.chat());
        var names = new HashMap<String, Integer>();
        var media = new ArrayList<InputMedia>();
        for (var file : files) {
            var name = FileKind.safeName(file.name());
            var before = names.merge(name, 1, Integer::sum);
            var unique = before == 1 ? name : before + "-" + name;
            media.add(InputMediaDocument.builder().media(file.content().toFile(), unique).build());
        }
        return client.execute(SendMediaGroup.builder().chatId(place.chat()).messageThreadId(place.topic())
                .medias(media).build()).getFirst();
    }

    /// Only the first message of an answer points at what it answers.
    private static @Nullable ReplyParameters reply(ReplyAddress address) {
        return address.inReplyTo() == null || address.messageId() != null
                ? null
                : ReplyParameters.builder().messageId(Integer.valueOf(address.inReplyTo()))
                        .allowSendingWithoutReply(true).build();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
