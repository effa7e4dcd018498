package atelier.account.link;

import atelier.account.Identity;
import atelier.chat.ReplyAddress;
import java.time.Duration;
import java.util.Optional;

/// One-time codes by which a person shows that two accounts are theirs, and what follows from it. Every method is atomic.
public interface Links {
    /// How long a code is good for.
    Duration CODE_LIFE = Duration.ofMinutes(10);
    /// How long both sides have to agree once the code was said.
    Duration AGREEMENT = Duration.ofMinutes(30);
    /// How many codes an account may ask for, and how many wrong ones it may say, in an hour.
    int MOST_AN_HOUR = 5;

    /// A fresh code for this account in place of any it has; empty when it had too many. Only its hash is kept.
    ///
    /// @param at where the other side's wish is told of
    Optional<String> code(long account, ReplyAddress at);

    /// Somebody says a code.
    ///
    /// @param at where they said it
    Said say(long account, String code, ReplyAddress at);

    /// One side agrees.
    Agreed agree(long account, String link);

    /// One side does not, and nothing comes of it.
    ///
    /// @return where the other side is told, if there was anything to refuse
    Optional<Side> refuse(long account, String link);

    /// Gives an identity an account of its own. What was used today stays used on both.
    ///
    /// @return whether it had shared one
    boolean part(long account, Identity identity);

    /// @param account that gave the code, or said it
    record Side(long account, ReplyAddress at) {}

    /// What a code did.
    sealed interface Said {
        /// @param link what both have to agree to
        /// @param other the side that gave the code
        record Asked(String link, Side other) implements Said {}

        /// It is wrong, too old, or was said before.
        record Wrong() implements Said {}

        /// They gave it themselves, or are joined already.
        record Own() implements Said {}

        /// Both are on the same platform.
        record SamePlatform() implements Said {}

        record TooMany() implements Said {}
    }

    /// What an agreement did.
    sealed interface Agreed {
        /// @param account what is left of the two
        /// @param other the side that agreed before
        /// @param dropped provider keys of one side that gave way to the other's for the same place
        record Joined(long account, Side other, int dropped) implements Agreed {}

        record Waiting() implements Agreed {}

        /// Work is under way for one of them.
        record Busy() implements Agreed {}

        /// There is nothing to agree to any more.
        record Gone() implements Agreed {}
    }
}
