package atelier.engine;

import atelier.chat.ReplyAddress;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.quota.budget.BudgetAlert;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says that a budget is half, nearly or wholly used up: in the chat where it happened, and in the operator's log.
final class BudgetNotices {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetNotices.class);

    private final Jobs jobs;
    private final Replies replies;

    BudgetNotices(Parts parts, Replies replies) {
        this.jobs = parts.jobs();
        this.replies = replies;
    }

    void tell(BudgetAlert alert) {
        LOG.warn("budget of {} at {} %: {}", alert.standing().purse(), alert.percent(), alert.standing().sentence());
        jobs.find(alert.job()).ifPresent(job -> replies.say(job.account(), ReplyAddress.in(job.address().chat()),
                new Say(alert.said().in(replies.phrases(job.account())),
                        List.of(Say.Choice.of(replies.phrases(job.account()).say("budget.button.cost"), "/usage")))));
    }
}
