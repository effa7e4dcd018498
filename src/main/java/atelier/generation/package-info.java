/// Text from models: the [Router] tries the models a person owns first and the cloud last. Start at [Router].
@NullMarked
package atelier.generation;

import org.jspecify.annotations.NullMarked;
