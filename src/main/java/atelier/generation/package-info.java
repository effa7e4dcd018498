/// Text from models: the [Router] tries the models a person owns first and the cloud last. Start at [Router], then
/// [LocalFirstRouter], [CachingRouter] before it, and the port [Provider]; who pays, advises and listens is the [Oversight]. It must not know any server's protocol; those are in the packages below.
@NullMarked
package atelier.generation;

import org.jspecify.annotations.NullMarked;
