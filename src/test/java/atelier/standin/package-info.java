/// Model servers and chat platforms that speak the real protocols on loopback and can be told what to answer and how to
/// fail. Start at [atelier.standin.OllamaStandIn] and [atelier.standin.DiscordStandIn]. They must not know the product.
@NullMarked
package atelier.standin;

import org.jspecify.annotations.NullMarked;
