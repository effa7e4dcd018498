/// What happens to a message: [Engine] stores it, understands it and queues a [Job]; [JobRunner] makes the thing; [Outbox] sends what must arrive. Start at [Engine]; knows no platform and no SQL.
@NullMarked
package atelier.engine;

import org.jspecify.annotations.NullMarked;
