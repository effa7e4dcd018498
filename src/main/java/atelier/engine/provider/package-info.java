/// The keys people bring for cloud providers, as they talk about them: [atelier.engine.provider.KeyEntry] takes one before
/// anything else sees it, [atelier.engine.provider.ProviderTalk] answers `/provider`, [atelier.engine.provider.ProviderErrands]
/// tries one at its provider. It must not know how a key is sealed or where it is stored, and puts it into no text.
@NullMarked
package atelier.engine.provider;

import org.jspecify.annotations.NullMarked;
