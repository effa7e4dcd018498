package atelier.engine.intake;

import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Running;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.engine.port.PersonalData;
import atelier.generation.Cancellation;
import atelier.generation.Router;
import atelier.language.Sentence;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets a person: stops what runs for them, removes everything, and says so in nobody's name.
final class Farewell {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final Jobs jobs;
    private final Running running;
    private final Replies replies;
    private final PersonalData personal;
    private final Router router;
    private final Runnable relearn;

    Farewell(Parts parts, Running running, Replies replies) {
        this.jobs = parts.jobs();
        this.running = running;
        this.replies = replies;
        this.personal = parts.personal();
        this.router = parts.registry().router();
        this.relearn = parts.records().relearn();
    }

    void say(Heard heard, String goodbye) {
        var account = heard.account().id();
        var stopped = Sentence.plain(heard.asker().phrases().say("delivery.stopped"));
        jobs.unfinished(account).stream().flatMap(id -> jobs.find(account, id).stream()).forEach(job -> {
            running.of(job.id()).ifPresent((Cancellation here) -> replies.afterCommit(here::cancel));
            if (heard.job() == null || !heard.job().id().equals(job.id())) {
                replies.send(Replies.NOBODY, job.address(), stopped, List.of());
            }
        });
        personal.erase(account);
        replies.afterCommit(() -> {
            router.forget(account);
            relearn.run();
            LOG.info("account {} was deleted with everything of it", account);
        });
        replies.say(Replies.NOBODY, heard.replyAt(), Say.text(goodbye));
    }
}
