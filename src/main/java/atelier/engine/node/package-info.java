/// This process among others on the same database: its signs of life, what the dead left behind, and doors of which only
/// one node holds each. Start at `Membership`. Must not know a platform, and nothing of what jobs are about.
@NullMarked
package atelier.engine.node;

import org.jspecify.annotations.NullMarked;
