/// Patches: read leniently from what a model wrote, applied to a person's files, and written anew so that `git apply` takes
/// them. Start at [Patch]. Knows no models and touches no disk.
@NullMarked
package atelier.create.patch;

import org.jspecify.annotations.NullMarked;
