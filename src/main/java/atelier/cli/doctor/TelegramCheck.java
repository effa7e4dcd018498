package atelier.cli.doctor;

import atelier.config.Config;
import atelier.store.DataLock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Telegram: the token, the way there, the clock, and the two ways in which a bot gets its messages.
record TelegramCheck(Config config, Clock clock) implements Check {
    private static final Pattern TOKEN = Pattern.compile("\\d{3,}:[A-Za-z0-9_-]{30,}");
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);
    private static final int MANY_WAITING = 50;
    private static final String ASK_BOTFATHER = "Ask @BotFather for it again (/mybots, API Token) and set "
            + "`telegram.token`.";

    @Override
    public String subject() {
        return "Telegram";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        if (!TOKEN.matcher(token()).matches()) {
            return List.of(Finding.wrong(Ailment.TELEGRAM_NOT_A_TOKEN, subject(),
                    "the token is not shaped like one (digits, a colon, 35 letters)",
                    ASK_BOTFATHER));
        }
        try (var web = new Web()) {
            return switch (web.get(method("getMe"), Map.of())) {
                case Web.Silence(String why) ->
                    List.of(Finding.wrong(Ailment.TELEGRAM_UNREACHABLE, subject(), where() + " cannot be reached ("
                            + why + ")", "Check the network, a firewall or proxy, and `telegram.api-url`."));
                case Web.Answer answer -> met(answer, web);
            };
        }
    }

    private List<Finding> met(Web.Answer answer, Web web) throws InterruptedException {
        var body = answer.body();
        if (!body.path("ok").isBoolean()) {
            return List.of(Finding.wrong(Ailment.TELEGRAM_IS_OTHER, subject(),
                    where() + " does not answer as Telegram does (status "
                            + answer.status() + ")",
                    "Correct `telegram.api-url`, or delete it to use Telegram's own."));
        }
        if (answer.status() == 401 || answer.status() == 404) {
            return List.of(
                    Finding.wrong(Ailment.TELEGRAM_TOKEN_REFUSED, subject(), "the token is refused", ASK_BOTFATHER));
        }
        if (!body.path("ok").asBoolean()) {
            return List.of(Finding.doubtful(Ailment.TELEGRAM_TROUBLE, subject(),
                    "answers with " + answer.status() + " at present",
                    "Try again in some minutes."));
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine(subject(), "the token is that of @" + body.path("result").path("username").asText()));
        if (!body.path("result").path("can_join_groups").asBoolean(true)) {
            findings.add(Finding.doubtful(Ailment.TELEGRAM_NO_GROUPS, subject(), "the bot may not be added to groups",
                    "If it should be: @BotFather, /setjoingroups, Enable."));
        }
        addSkew(answer.date(), findings);
        if (web.get(method("getWebhookInfo"), Map.of()) instanceof Web.Answer info) {
            findings.addAll(config.telegram().webhook() == null
                    ? polling(info.body().path("result"), web)
                    : webhook(info.body().path("result")));
        }
        return findings;
    }

    private void addSkew(@Nullable Instant theirs, List<Finding> findings) {
        if (theirs == null) {
            return;
        }
        var skew = Duration.between(theirs, clock.instant());
        if (skew.abs().compareTo(MOST_SKEW) > 0) {
            findings.add(Finding.doubtful(Ailment.CLOCK_WRONG, "Clock",
                    "this machine is " + skew.abs().toSeconds() + " seconds "
                            + (skew.isNegative() ? "behind" : "ahead"),
                    "Let it set its clock over the network (NTP)."));
        }
    }

    private List<Finding> polling(JsonNode info, Web web) throws InterruptedException {
        if (!info.path("url").asText("").isEmpty()) {
            return List.of(Finding.doubtful(Ailment.TELEGRAM_WEBHOOK_IN_THE_WAY, subject(),
                    "a webhook is set, though `telegram.mode` is polling",
                    "Atelier removes it when it starts. If another program needs it, use a second bot here."));
        }
        if (DataLock.isHeld(config.dataDir())) {
            return List.of(Finding.fine(subject(),
                    "an Atelier runs now, so whether anybody else polls too was not tried; its log would tell"));
        }
        // Without an offset nothing is confirmed, so no message is lost by looking.
        var poll = web.get(method("getUpdates?timeout=0&limit=1"), Map.of());
        return poll instanceof Web.Answer answer && answer.status() == 409
                ? List.of(Finding.wrong(Ailment.TELEGRAM_SECOND_POLLER, subject(),
                        "another program polls with this token",
                        "Stop the other one, or use a second bot here."))
                : List.of();
    }

    private List<Finding> webhook(JsonNode info) {
        var findings = new ArrayList<Finding>();
        var set = info.path("url").asText("");
        var wanted = Objects.requireNonNull(config.telegram().webhook()).url();
        if (set.isEmpty() && wanted == null) {
            findings.add(Finding.wrong(Ailment.TELEGRAM_NO_WEBHOOK, subject(),
                    "no webhook is set, and `telegram.webhook.url` is empty",
                    "Set it to the public address of this service, ending with /telegram/webhook."));
        } else if (wanted != null && !set.isEmpty() && !set.equals(wanted.toString())) {
            findings.add(Finding.doubtful(Ailment.TELEGRAM_WEBHOOK_MOVED, subject(),
                    "the webhook leads to another address than "
                            + "`telegram.webhook.url`",
                    "Atelier changes it when it starts."));
        }
        var error = info.path("last_error_message").asText("");
        if (!error.isEmpty()) {
            findings.add(Finding.wrong(Ailment.TELEGRAM_WEBHOOK_FAILS, subject(), "could not call the webhook at "
                    + Instant.ofEpochSecond(info.path("last_error_date").asLong()).atZone(config.timeZone())
                            .toLocalDateTime()
                    + ": " + error,
                    "Open the public address: it must be HTTPS and lead to /telegram/webhook of this service."));
        }
        var waiting = info.path("pending_update_count").asInt();
        if (waiting >= MANY_WAITING) {
            findings.add(Finding.doubtful(Ailment.TELEGRAM_BACKLOG, subject(), waiting + " messages wait to be fetched",
                    "They are answered once Atelier runs."));
        }
        return findings;
    }

    private String token() {
        var token = config.telegram().token();
        return token == null ? "" : token.value();
    }

    private String where() {
        return config.telegram().apiUrl().getAuthority();
    }

    private URI method(String call) {
        return URI.create(config.telegram().apiUrl() + "/bot" + token() + "/" + call);
    }
}
