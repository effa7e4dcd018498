package atelier.adapter.discord;

import atelier.chat.Attachment;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Fetches what people attached, from Discord's file servers only: the address comes with an event, and nothing a person
/// can send may make the bot call another host.
final class Downloads {
    static final long LARGEST = 25L << 20;
    private static final Set<String> FILE_SERVERS = Set.of("cdn.discordapp.com", "media.discordapp.net");

    private final OkHttpClient client;
    private final @Nullable HttpUrl own;

    /// @param own the configured base address, whose host serves files too
    Downloads(OkHttpClient client, @Nullable String own) {
        this.client = client.newBuilder().followRedirects(false).followSslRedirects(false).build();
        this.own = own == null ? null : HttpUrl.parse(own);
    }

    InputStream open(Attachment attachment) throws IOException {
        var url = HttpUrl.parse(attachment.reference());
        if (url == null || !isFileServer(url)) {
            throw new IOException("this file does not come from Discord");
        }
        if (attachment.bytes() > LARGEST) {
            throw new IOException("this file is larger than " + (LARGEST >> 20) + " MB");
        }
        var response = client.newCall(new Request.Builder().url(url).build()).execute();
        if (response.code() != 200 || response.body().contentLength() > LARGEST) {
            response.close();
            throw new IOException("Discord answered " + response.code() + " for this file");
        }
        return new Bounded(response.body().byteStream());
    }

    private boolean isFileServer(HttpUrl url) {
        if (own != null && url.host().equals(own.host()) && url.port() == own.port()) {
            return true;
        }
        return url.isHttps() && FILE_SERVERS.contains(url.host());
    }

    /// Ends with an error, not with a cut file, when more comes than was announced.
    private static final class Bounded extends FilterInputStream {
        private long left = LARGEST;

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var read = super.read(into, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("this file is larger than " + (LARGEST >> 20) + " MB");
            }
        }
    }
}
