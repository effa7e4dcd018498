/// Code and game files out of a model's words: [FileExtractor] finds the files in an answer, [CodeRoad] asks for them, has
/// them checked and repaired once. Start at [FileExtractor]; [Progress] tells
/// meanwhile which files have begun. Knows neither chats nor disks, and never runs what it finds.
@NullMarked
package atelier.create.code;

import org.jspecify.annotations.NullMarked;
