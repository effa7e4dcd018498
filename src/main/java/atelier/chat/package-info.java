/// A chat without a platform: what people say ([Message]), where an answer goes ([ReplyAddress]), and the port every door implements ([ChatAdapter]). Start at [ChatAdapter]; nothing here knows Discord, Telegram, models or SQL.
@NullMarked
package atelier.chat;

import org.jspecify.annotations.NullMarked;
