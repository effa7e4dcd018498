/// Text from models: the [Router] tries the models a person owns first and the cloud last. Start at [Router], then
/// [LocalFirstRouter] and the port [Provider]. It must not know any server's protocol; those are in the packages below.
@NullMarked
package atelier.generation;

import org.jspecify.annotations.NullMarked;
