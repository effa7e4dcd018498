/// A real browser for tests: Debian's Chromium, driven over its DevTools socket. Start with [ChromiumExtension]. Knows
/// nothing of what the pages are. Our own small client, because the usual drivers bring 200 MB of other programs along.
@NullMarked
package atelier.browser;

import org.jspecify.annotations.NullMarked;
