/// Joining what is known of one person on two platforms into one account, and parting it again. Start at [Links]. It must not
/// know where anything of an account is kept.
@NullMarked
package atelier.account.link;

import org.jspecify.annotations.NullMarked;
