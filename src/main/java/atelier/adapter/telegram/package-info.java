/// The door to Telegram. Start at [TelegramAdapter]: it wires the reading side ([Poller] or [TelegramWebhook], both
/// through [UpdateReader]) to the writing side ([TelegramSends], with [TelegramText] for what Markdown becomes). It must
/// not know intents, jobs or models, and no type of Telegram leaves it.
@NullMarked
package atelier.adapter.telegram;

import org.jspecify.annotations.NullMarked;
