package atelier.engine.intake;

import atelier.account.Account;
import atelier.chat.ButtonPress;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.engine.community.Gate;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.language.Phrases;
import atelier.quota.Rates;

/// Says to those who are not heard why, as seldom as possible.
final class Refusals {
    private final Rates rates;
    private final Replies replies;

    Refusals(Rates rates, Replies replies) {
        this.rates = rates;
        this.replies = replies;
    }

    void tell(Account account, Incoming event, Gate.Verdict verdict) {
        switch (verdict) {
            case Gate.Verdict.Open() -> throw new IllegalArgumentException("nothing is refused");
            // A platform's own command waits for an answer for ever; the bot's silence would look like a fault.
            case Gate.Verdict.Silent(var why) -> {
                if (event instanceof Message message && message.invocation() != null && rates.mayTell(account)) {
                    say(account, event, sentence(account, why));
                }
            }
            case Gate.Verdict.Told(var why) -> {
                if (why == Gate.Why.BANNED || rates.mayTell(account)) {
                    say(account, event, sentence(account, why));
                }
            }
            case Gate.Verdict.Busy(var left) -> {
                if (rates.mayTell(account)) {
                    say(account, event,
                            phrases(account).say("moderation.busy", "seconds", left.toSeconds() + 1));
                }
            }
        }
    }

    private void say(Account account, Incoming event, String sentence) {
        if (event instanceof ButtonPress press) {
            replies.notice(press, sentence);
        } else {
            replies.say(account.id(), event.replyAt(), Say.text(sentence));
        }
    }

    private static String sentence(Account account, Gate.Why why) {
        var phrases = phrases(account);
        return switch (why) {
            case BANNED -> phrases.say("moderation.banned");
            case BLOCKED -> phrases.say("team.blocked");
            case QUIET -> phrases.say("team.quiet");
            case BOT -> phrases.say("moderation.bot");
        };
    }

    private static Phrases phrases(Account account) {
        return Phrases.of(account.locale());
    }
}
