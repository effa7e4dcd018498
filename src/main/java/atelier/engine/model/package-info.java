/// Models as people talk about them: which there are, who answers, adding and removing one's own. Start at
/// [atelier.engine.model.ModelTalk]. It must not know how a model is asked or where it is stored.
@NullMarked
package atelier.engine.model;

import org.jspecify.annotations.NullMarked;
