/// Telegram's adapter against a Bot API server on loopback. Start at [atelier.adapter.telegram.TelegramAdapterTest].
@NullMarked
package atelier.adapter.telegram;

import org.jspecify.annotations.NullMarked;
