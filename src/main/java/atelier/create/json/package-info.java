/// JSON with the mistakes models make: [LenientJson] reads it. Knows nothing of what the JSON is about.
@NullMarked
package atelier.create.json;

import org.jspecify.annotations.NullMarked;
