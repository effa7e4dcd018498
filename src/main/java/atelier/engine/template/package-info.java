/// Wishes that people keep under a name and have fulfilled again: what they say about them ([TemplateRequest]) and what is
/// answered ([TemplateTalk]). Knows nothing of how wishes are fulfilled.
@NullMarked
package atelier.engine.template;

import org.jspecify.annotations.NullMarked;
