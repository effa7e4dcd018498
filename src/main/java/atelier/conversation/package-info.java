/// What was said, kept: [Conversations] is the port, [HistoryWindow] cuts what goes to a model. Knows neither models nor SQL.
@NullMarked
package atelier.conversation;

import org.jspecify.annotations.NullMarked;
