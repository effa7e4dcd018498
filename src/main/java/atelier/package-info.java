/// Atelier: a chat bot with which people create by talking. Start at [atelier.Main].
@NullMarked
package atelier;

import org.jspecify.annotations.NullMarked;
