/// Versions of what was made: which there are ([Versions]), what changed between two and the way back ([VersionErrands]). A
/// version is a job; the one it revises is the version before. Knows nothing of how versions are made.
@NullMarked
package atelier.engine.version;

import org.jspecify.annotations.NullMarked;
