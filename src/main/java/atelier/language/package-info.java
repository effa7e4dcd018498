/// What Atelier says of itself, in the languages of its people. Start at [Phrases]. Sentences stand in bundles beside the
/// classes, one folder for each part of the product and one file for each language; this package knows no part of it.
@NullMarked
package atelier.language;

import org.jspecify.annotations.NullMarked;
