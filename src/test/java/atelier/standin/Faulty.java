package atelier.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/// Every way to go wrong.
record Faulty(ModelStandIn standIn, Wire wire) {
    void serve(Call call, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case MODEL_MISSING, BAD_REQUEST, UNAUTHORIZED, SERVER_ERROR, BUSY, RATE_LIMITED, QUOTA_USED_UP,
                    TOO_LONG, UNKNOWN_PATH -> {
                ModelStandIn.Refused refused = standIn.refused(fault);
                call.reply(refused.status(), "application/json", refused.body(),
                        refused.headers().toArray(String[]::new));
            }
            case REDIRECT -> call.reply(302, "text/plain", "", "Location: " + standIn.redirection());
            case CUT_BEFORE_HEADERS -> call.abandon();
            case STALL_BEFORE_HEADERS -> call.stall();
            case HTML -> call.reply(200, "text/html; charset=utf-8", "<!doctype html><title>Router login</title>");
            case WRONG_TYPE -> call.reply(200, "image/png", "\u0089PNG\r\n\u001a\n and more");
            case STALL_MID_STREAM, CUT_MID_STREAM, ENDS_EARLY, ERROR_MID_STREAM -> midStream(call, fault);
            case ENDLESS, ENDLESS_LINE, HEARTBEATS -> endless(call, fault);
            case GZIP_BOMB -> bomb(call);
            case BYTE_BY_BYTE -> slowly(call);
            case LENGTH_TOO_LARGE -> announced(call, 10);
            case LENGTH_TOO_SMALL -> announced(call, 0.5);
            case ZERO_BYTES ->
                whole(call, wire.text("Half\0an answer").replace("\\u0000", "\0"), wire.last("stop"));
            case BROKEN_JSON -> whole(call, wire.raw("{\"message\":{\"content\":"), wire.last("stop"));
            case DEEP_JSON -> whole(call, wire.raw("{\"message\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                    wire.last("stop"));
            case EMPTY_ANSWER -> whole(call, wire.last("stop"));
            case LENGTH -> whole(call, wire.text("Half an "), wire.text("answer"), wire.last("length"));
            case BLOCKED -> whole(call, wire.last("blocked"));
            case PROMPT_BLOCKED -> whole(call, wire.last("prompt-blocked"));
        }
    }

    private void whole(Call call, String... frames) throws IOException {
        call.begin(wire.type());
        for (String frame : frames) {
            call.send(frame);
        }
        call.end();
    }

    private String answer(Call call) {
        return wire.opening() + wire.text(standIn.answerTo(call.seen())) + wire.last("stop");
    }

    private void announced(Call call, double times) throws IOException {
        byte[] all = answer(call).getBytes(StandardCharsets.UTF_8);
        call.begin(wire.type(), "Content-Length: " + Math.round(all.length * times));
        call.sendPlainly(all);
    }

    private void slowly(Call call) throws IOException, InterruptedException {
        byte[] all = answer(call).getBytes(StandardCharsets.UTF_8);
        call.begin(wire.type(), "Content-Length: " + all.length);
        for (int at = 0; at < all.length && !call.pause(Duration.ofMillis(100)); at++) {
            call.sendPlainly(new byte[]{all[at]});
        }
    }

    /// A thousand times ten megabytes, each packed into a few thousand bytes.
    private void bomb(Call call) throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(wire.text("y".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8));
        }
        call.begin(wire.type(), "Content-Encoding: gzip", "Content-Length: " + 1000L * packed.size());
        for (int part = 0; part < 1000 && !call.pause(Duration.ZERO); part++) {
            call.sendPlainly(packed.toByteArray());
        }
    }

    private void midStream(Call call, Fault fault) throws IOException, InterruptedException {
        call.begin(wire.type());
        call.send(wire.opening());
        call.send(wire.text("Half an "));
        call.send(wire.text("answer"));
        if (fault == Fault.ERROR_MID_STREAM) {
            call.send(wire.error());
        }
        if (fault == Fault.STALL_MID_STREAM) {
            call.stall();
        } else if (fault == Fault.CUT_MID_STREAM) {
            call.pause(Duration.ofMillis(50)); // a reset would overtake the text
            call.abandon();
        } else {
            call.end();
        }
    }

    private void endless(Call call, Fault fault) throws IOException, InterruptedException {
        call.begin(wire.type());
        String letters = "y".repeat(8000);
        if (fault == Fault.ENDLESS_LINE) {
            call.send("data: {\"message\":\"");
        }
        while (!call.pause(fault == Fault.HEARTBEATS ? Duration.ofMillis(5) : Duration.ZERO)) {
            call.send(switch (fault) {
                case ENDLESS -> wire.text(letters);
                case HEARTBEATS -> "\n";
                default -> letters;
            });
        }
    }
}
