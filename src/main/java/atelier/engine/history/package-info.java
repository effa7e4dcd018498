/// Conversations as people handle them: listed, opened, named, searched, exported, deleted and brought back. Start at
/// [atelier.engine.history.ConversationTalk]. It must know no platform and no SQL.
@NullMarked
package atelier.engine.history;

import org.jspecify.annotations.NullMarked;
