/// Tiers that are paid for with Telegram Stars. Start at [Orders]: what was ordered, what was paid, and until when it counts.
/// It must not know how an order is brought to the platform.
@NullMarked
package atelier.account.stars;

import org.jspecify.annotations.NullMarked;
