/// Gets answers to people: laid out for their platform, into the outbox, and out of it. Start at
/// [atelier.engine.delivery.Replies], then [atelier.engine.delivery.OutboxSender]. It must not know how an answer is found.
@NullMarked
package atelier.engine.delivery;

import org.jspecify.annotations.NullMarked;
