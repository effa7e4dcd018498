package atelier.adapter.web;

import atelier.engine.play.PlayLinks;
import atelier.engine.play.PlayLinks.Target;
import atelier.language.Phrases;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/// Serves games behind signed links: a bare page of ours that holds the game in a sandboxed frame.
///
/// The game's code is a stranger's. It runs with an origin of its own, without network, storage, forms, windows or devices;
/// and since the outer page lets the frame show nothing but this service, it cannot carry anything away by leaving either.
/// Telegram's web client shows the page in a frame of its own, so its pages may.
public final class PlayPages {
    private static final String FRAMED_BY = "frame-ancestors 'self' https://*.telegram.org";
    private static final String GAME_POLICY = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src"
            + " 'unsafe-inline'; img-src data: blob:; media-src data: blob:; font-src data:; connect-src 'none'; worker-src 'none';"
            + " base-uri 'none'; form-action 'none'; webrtc 'block'; " + GamePrelude.POLICY + FRAMED_BY;
    private static final String DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(),"
            + " midi=(), display-capture=(), clipboard-read=(), clipboard-write=()";
    private static final String HTML = "text/html; charset=utf-8", TEXT = "text/plain; charset=utf-8";
    private static final String STYLE = "html,body,iframe{margin:0;padding:0;border:0;width:100%;height:100%;overflow:hidden;"
            + "background:#111;display:block}";
    /// Keys go to the frame that has the focus; taking it once more would take it from the game's own button. Telegram closes a web app that is swiped down unless told not to (Mini Apps,
    /// `web_app_setup_swipe_behavior`).
    private static final String SCRIPT = """
            const game = document.querySelector("iframe");
            const focus = () => { if (document.activeElement !== game) game.focus(); };
            game.addEventListener("load", focus);
            addEventListener("focus", focus);
            const telegram = window.TelegramWebviewProxy;
            if (telegram) {
              telegram.postEvent("web_app_ready", "{}");
              telegram.postEvent("web_app_expand", "{}");
              telegram.postEvent("web_app_setup_swipe_behavior", JSON.stringify({ allow_vertical_swipe: false }));
            }
            """;
    private static final String OUTER_POLICY = "default-src 'none'; frame-src 'self'; script-src 'sha256-"
            + Sha256.base64(SCRIPT) + "'; style-src 'sha256-" + Sha256.base64(STYLE)
            + "'; base-uri 'none'; form-action 'none'; " + FRAMED_BY;
    private final PlayLinks links;
    private final Function<String, Path> files;

    /// @param files where the bytes of a hash are
    public PlayPages(PlayLinks links, Function<String, Path> files) {
        this.links = links;
        this.files = files;
    }

    void route(HttpRouting.Builder routing) {
        routing.get(PlayLinks.PATH + "{token}", HttpServer.guarded(this::sendOuter))
                .get(PlayLinks.PATH + "{token}/game", HttpServer.guarded(this::sendGame));
    }

    private void sendOuter(ServerRequest request, ServerResponse response) {
        var token = request.path().pathParameters().get("token");
        switch (target(token)) {
            case Target.Page _ -> {
                response.header("Content-Security-Policy", OUTER_POLICY);
                response.header("Permissions-Policy", DEVICES);
                HttpServer.send(response, 200, HTML, outer(token));
            }
            case Target.Expired _ -> HttpServer.send(response, 410, TEXT, said(request, "door.game-gone"));
            case Target.Unknown _ -> HttpServer.send(response, 404, TEXT, said(request, "door.game-unknown"));
        }
    }

    /// In the language the browser asks for.
    private static String said(ServerRequest request, String key) {
        var wanted = request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("en").split("[,;]", 2)[0];
        return Phrases.of(Locale.forLanguageTag(wanted.strip())).say(key) + "\n";
    }

    /// A page whose file is not kept any more has expired, however young its link.
    private Target target(String token) {
        var target = links.open(token);
        return target instanceof Target.Page(var sha256) && !Files.exists(files.apply(sha256))
                ? new Target.Expired()
                : target;
    }

    /// The frame's address is relative to the page's own, whatever a proxy put before it.
    private static String outer(String token) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Play</title>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="robots" content="noindex"><style>%s</style></head>
                <body><iframe sandbox="allow-scripts" allow="autoplay; fullscreen; gamepad" title="The game" src="%s/game">
                </iframe><script>%s</script></body></html>
                """
                .formatted(STYLE, token, SCRIPT);
    }

    private void sendGame(ServerRequest request, ServerResponse response) {
        var token = request.path().pathParameters().get("token");
        switch (target(token)) {
            case Target.Page(var sha256) -> sendGame(request, response, token, files.apply(sha256));
            case Target.Expired _ -> HttpServer.send(response, 410, TEXT, said(request, "door.game-gone"));
            case Target.Unknown _ -> HttpServer.send(response, 404, TEXT, said(request, "door.game-unknown"));
        }
    }

    private static void sendGame(ServerRequest request, ServerResponse response, String token, Path game) {
        var use = request.headers().first(HeaderNames.create("Sec-Fetch-Dest")).orElse("iframe");
        if (!use.equals("iframe")) {
            response.header(HeaderNames.LOCATION, "../" + token);
            response.status(303).send();
            return;
        }
        response.header("Content-Security-Policy", GAME_POLICY);
        response.header("Permissions-Policy", DEVICES);
        response.header("X-DNS-Prefetch-Control", "off");
        response.header(HeaderNames.CONTENT_TYPE, HTML);
        response.status(200).send(GamePrelude.before(bytes(game)));
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
