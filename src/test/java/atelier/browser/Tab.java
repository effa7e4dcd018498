package atelier.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// One page as a person meets it: opens addresses, presses keys, taps, looks. Remembers everything that went wrong in it.
public final class Tab implements AutoCloseable {
    private final Devtools devtools;
    private final String target;
    private final String session;
    private final boolean touch;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    /// Script contexts by the frame they belong to.
    private final Map<String, Integer> contexts = new ConcurrentHashMap<>();

    Tab(Devtools devtools, String target, String session, int width, int height, boolean touch) {
        this.devtools = devtools;
        this.target = target;
        this.session = session;
        this.touch = touch;
        devtools.listen(session, this::heard);
        call("Emulation.setDeviceMetricsOverride", Devtools.params().put("width", width).put("height", height)
                .put("deviceScaleFactor", touch ? 2 : 1).put("mobile", touch));
        if (touch) {
            call("Emulation.setTouchEmulationEnabled", Devtools.params().put("enabled", true).put("maxTouchPoints", 5));
        }
        for (var domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Devtools.params());
        }
    }

    /// Returns when the page and the frames in it have loaded.
    public void open(String address) {
        call("Page.navigate", Devtools.params().put("url", address));
        Awaitility.await().until(() -> evaluate("document.readyState==='complete'&&location.href!=='about:blank'")
                .asBoolean());
    }

    /// In the page itself.
    public JsonNode evaluate(String expression) {
        return run(Objects.requireNonNull(contexts.get(mainFrame())), expression);
    }

    /// In the one frame that the page holds.
    public JsonNode evaluateInFrame(String expression) {
        var main = mainFrame();
        var context = Awaitility.await().until(() -> contexts.entrySet().stream()
                .filter(one -> !one.getKey().equals(main)).map(Map.Entry::getValue).findFirst().orElse(-1),
                found -> found > 0);
        return run(context, expression);
    }

    private JsonNode run(Integer context, String expression) {
        var answer = call("Runtime.evaluate", Devtools.params().put("contextId", context).put("expression", expression)
                .put("returnByValue", true).put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    private String mainFrame() {
        return call("Page.getFrameTree", Devtools.params()).path("frameTree").path("frame").path("id").asText();
    }

    /// @param code as in a keyboard event: `Enter`, `Space`, `ArrowLeft`, `KeyR`
    public void press(String code) {
        key("rawKeyDown", code);
        key("keyUp", code);
    }

    public void keyDown(String code) {
        key("rawKeyDown", code);
    }

    public void keyUp(String code) {
        key("keyUp", code);
    }

    private void key(String type, String code) {
        var name = code.equals("Space")
                ? " "
                : code.startsWith("Key")
                        ? code.substring(3).toLowerCase(java.util.Locale.ROOT)
                        : code;
        call("Input.dispatchKeyEvent", Devtools.params().put("type", type).put("code", code).put("key", name)
                .put("windowsVirtualKeyCode", number(code)));
    }

    /// The old number of a key, which some libraries still ask for.
    private static int number(String code) {
        return switch (code) {
            case "ArrowLeft" -> 37;
            case "ArrowUp" -> 38;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            case "Space" -> 32;
            case "Enter" -> 13;
            default -> code.startsWith("Key") ? code.charAt(3) : 0;
        };
    }

    /// With a finger where there is one, else with the mouse.
    public void tap(double x, double y) {
        pointerDown(x, y);
        pointerUp(x, y);
    }

    public void swipe(double fromX, double fromY, double toX, double toY) {
        pointerDown(fromX, fromY);
        for (int step = 1; step <= 4; step++) {
            pointerMove(fromX + (toX - fromX) * step / 4, fromY + (toY - fromY) * step / 4);
        }
        pointerUp(toX, toY);
    }

    public void pointerDown(double x, double y) {
        pointer(touch ? "touchStart" : "mousePressed", x, y);
    }

    public void pointerMove(double x, double y) {
        pointer(touch ? "touchMove" : "mouseMoved", x, y);
    }

    public void pointerUp(double x, double y) {
        pointer(touch ? "touchEnd" : "mouseReleased", x, y);
    }

    private void pointer(String type, double x, double y) {
        var event = Devtools.params().put("type", type);
        if (!touch) {
            call("Input.dispatchMouseEvent", event.put("x", x).put("y", y).put("button", "left").put("clickCount", 1));
            return;
        }
        var points = event.putArray("touchPoints");
        if (!type.equals("touchEnd")) {
            points.addObject().put("x", x).put("y", y);
        }
        call("Input.dispatchTouchEvent", event);
    }

    /// PNG of what is to be seen.
    public byte[] screenshot() {
        return Base64.getDecoder().decode(call("Page.captureScreenshot", Devtools.params()).path("data").asText());
    }

    /// Console errors, uncaught exceptions, refused loads and policy violations so far.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void heard(String method, JsonNode params) {
        switch (method) {
            case "Runtime.executionContextCreated" -> {
                var context = params.path("context");
                if (context.path("auxData").path("isDefault").asBoolean()) {
                    contexts.put(context.path("auxData").path("frameId").asText(), context.path("id").asInt());
                }
            }
            case "Runtime.executionContextDestroyed" -> contexts.values()
                    .removeIf(id -> id == params.path("executionContextId").asInt());
            case "Runtime.executionContextsCleared" -> contexts.clear();
            case "Runtime.exceptionThrown" -> problems.add(params.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert").contains(params.path("type").asText())) {
                    problems.add(params.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                var entry = params.path("entry");
                if (!List.of("info", "verbose").contains(entry.path("level").asText())) {
                    problems.add(entry.path("text").asText());
                }
            }
            default -> {
                // The rest does not concern us.
            }
        }
    }

    private JsonNode call(String method, ObjectNode params) {
        return devtools.call(session, method, params);
    }

    @Override
    public void close() {
        devtools.call("", "Target.closeTarget", Devtools.params().put("targetId", target));
    }
}
