/// What people may know and demand of what is kept of them. Start at [atelier.engine.privacy.PrivacyTalk]; what is kept, and
/// how it goes, is behind [atelier.engine.port.PersonalData].
@NullMarked
package atelier.engine.privacy;

import org.jspecify.annotations.NullMarked;
