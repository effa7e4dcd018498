/// What people do against what should not have been made: [atelier.engine.moderation.Reporting] tells those who run Atelier.
@NullMarked
package atelier.engine.moderation;

import org.jspecify.annotations.NullMarked;
