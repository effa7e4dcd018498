/// Changes to files: read leniently from what a model wrote and laid over the files ([Edit]), and written anew so that `git apply`
/// takes them ([Patch]). Knows no models and touches no disk.
@NullMarked
package atelier.create.patch;

import org.jspecify.annotations.NullMarked;
