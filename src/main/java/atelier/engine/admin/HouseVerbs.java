package atelier.engine.admin;

import atelier.chat.Excerpt;
import atelier.engine.community.Community;
import atelier.engine.delivery.Say;
import atelier.generation.Model;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How the service does, whether it takes work, and what was done to it.
final class HouseVerbs {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);
    private static final int MOST_SHOWN = 100;
    private static final int USUALLY_SHOWN = 20;
    private static final int EXCERPT = 160;

    private final Office office;
    private final Community community;

    HouseVerbs(Office office) {
        this.office = office;
        this.community = office.community();
    }

    void addTo(Map<String, Verb> verbs) {
        verbs.put("status", (_, admin) -> status(admin));
        verbs.put("drain", Verb.careful((_, admin) -> java.util.Optional.of(admin.say("admin.drain.ask")),
                (_, admin) -> drain(true, admin)));
        verbs.put("undrain", (_, admin) -> drain(false, admin));
        verbs.put("audit", (rest, admin) -> audit(rest, admin));
        verbs.put("reports", (_, admin) -> reports(admin));
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private Say drain(boolean on, Admin admin) {
        community.drain(on);
        return Say.text(admin.say(on ? "admin.drain.on" : "admin.drain.off"));
    }

    private Say status(Admin admin) {
        var overview = community.overview();
        var day = office.clock().instant().minus(Duration.ofDays(1));
        var unfinished = overview.unfinished();
        var ended = overview.ended(day);
        var lines = new StringBuilder(admin.say("admin.status.queue", "running", unfinished.getOrDefault("RUNNING", 0),
                "queued", unfinished.getOrDefault("QUEUED", 0) + unfinished.getOrDefault("WAITING", 0), "outbox",
                office.outbox().waiting()));
        lines.append('\n').append(admin.say("admin.status.day", "done",
                ended.getOrDefault("DONE", 0) + ended.getOrDefault("ANSWERED", 0), "failed",
                ended.getOrDefault("FAILED", 0), "stopped", ended.getOrDefault("CANCELLED", 0), "quarantined",
                ended.getOrDefault("QUARANTINED", 0), "undelivered", overview.undelivered(day)));
        lines.append('\n').append(admin.say("admin.status.nodes", "nodes", overview.nodes()));
        office.doors().get().forEach((door, isOpen) -> lines.append("\n- ").append(door)
                .append(isOpen ? " ●" : " ⊘"));
        office.models().get().forEach(model -> lines.append("\n- ").append(model.id()).append(' ').append(sign(model)));
        if (community.isDraining()) {
            lines.append('\n').append(admin.say("admin.drain.on"));
        }
        return Say.text(lines.toString());
    }

    private static String sign(Model model) {
        return model.state() == Model.State.HEALTHY ? "●" : model.state().name().toLowerCase(Locale.ROOT);
    }

    private Say audit(String rest, Admin admin) {
        var acts = community.audit().newest(
                rest.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(rest), 1, MOST_SHOWN) : USUALLY_SHOWN);
        return Say.text(acts.isEmpty()
                ? admin.say("admin.audit.none")
                : acts.stream().map(it -> "- %s %s (%s): %s%s%s".formatted(time(it.at()), it.actor(), it.place(),
                        it.what(), it.target().isEmpty() ? "" : " " + it.target(),
                        it.detail().isEmpty() ? "" : " “" + it.detail() + "”")).collect(Collectors.joining("\n")));
    }

    private Say reports(Admin admin) {
        var reports = community.reports().newest(USUALLY_SHOWN);
        return Say.text(reports.isEmpty()
                ? admin.say("admin.reports.none")
                : reports.stream().map(it -> "- %s %s: %s %s".formatted(time(it.at()),
                        String.join(", ", community.places().identities(it.account())),
                        Excerpt.line(it.excerpt(), EXCERPT),
                        it.link().isEmpty() ? "(" + it.chatKey() + ")" : it.link())).collect(Collectors.joining("\n")));
    }
}
