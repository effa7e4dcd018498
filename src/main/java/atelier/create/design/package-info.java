/// From words to a whole game as data: what the words want ([Wish]), what a model thinks of it ([Designer]), and the
/// [DesignCompleter] that makes a valid design of whatever there is, even of nothing. Start at [DesignCompleter]. Knows
/// neither chats nor game engines.
@NullMarked
package atelier.create.design;

import org.jspecify.annotations.NullMarked;
