package atelier.adapter.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Closes the ways out of a page that no content policy closes in every browser: calls between browsers (WebRTC, which
/// browsers other than the newest let pass whatever `webrtc 'block'` says), frames within the frame, whose scripts would have
/// those calls anew, and links that connect in advance (`preconnect`, `dns-prefetch`). What is gone is of no use to a game
/// that may not load anything. And gives a page the storage that a sandbox takes away, for as long as it is open: asking for it
/// is an error that would end many a game before it begins.
final class GamePrelude {
    /// Sends whatever a script makes a page of through the prelude's rule; for the page's policy.
    static final String POLICY = "require-trusted-types-for 'script'; trusted-types default; ";
    private static final String NAMES = "link|iframe|frame|frameset|object|embed|fencedframe|portal|applet";
    private static final Pattern TAGS = Pattern.compile("<(?=(?:" + NAMES + ")[\\s/>])|shadowroot(?=mode)",
            Pattern.CASE_INSENSITIVE);
    private static final String SCRIPT = """
            <!DOCTYPE html><script>(() => {
            const names = /^(?:[^:]*:)?(?:NAMES)$/i, tags = /<(?=(?:NAMES)[\\s/>])|shadowroot(?=mode)/gi;
            const clean = text => String(text).replace(tags, "<x-");
            if (window.trustedTypes) trustedTypes.createPolicy("default",
              { createHTML: clean, createScript: text => text, createScriptURL: text => text });
            for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCIceTransport", "RTCIceGatherer", "WebTransport",
              "XSLTProcessor"]) { delete window[name]; }
            for (const key of ["createElement", "createElementNS"]) { const make = Document.prototype[key];
              Document.prototype[key] = function (...all) { const at = all.length > 1 && key === "createElementNS" ? 1 : 0;
                if (names.test(String(all[at]))) all[at] = "x-" + String(all[at]).replace(/^.*:/, ""); return make.apply(this, all); }; }
            Document.prototype.write = Document.prototype.writeln = () => {};
            CustomElementRegistry.prototype.define = () => {};
            for (const name of ["localStorage", "sessionStorage"]) { try { window[name]; } catch {
              const kept = new Map(); Object.defineProperty(window, name, { value: {
                getItem: key => kept.has(String(key)) ? kept.get(String(key)) : null,
                setItem: (key, value) => { kept.set(String(key), String(value)); },
                removeItem: key => { kept.delete(String(key)); }, clear: () => kept.clear(),
                key: index => [...kept.keys()][index] ?? null, get length() { return kept.size; } } }); } }
            document.currentScript.remove();
            })();</script>
            """
            .replace("NAMES", NAMES).strip();

    private GamePrelude() {}

    /// A page as it may be served. Its own document type comes behind the prelude's and is passed over by browsers.
    static byte[] before(byte[] page) {
        var text = TAGS.matcher(new String(page, StandardCharsets.UTF_8)).replaceAll("<x-");
        return (SCRIPT + text).getBytes(StandardCharsets.UTF_8);
    }
}
