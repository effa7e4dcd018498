/// Making things: a [Creator] turns an intent into a [Creation] of checked files. Start at [Creator]; knows neither chats nor SQL.
@NullMarked
package atelier.create;

import org.jspecify.annotations.NullMarked;
