/// The HTTP door: health, readiness, metrics and the webhooks of chat platforms. Start at [HttpServer]. It must not know
/// any platform: what a webhook means stays behind [atelier.chat.WebhookRoute].
@NullMarked
package atelier.adapter.web;

import org.jspecify.annotations.NullMarked;
