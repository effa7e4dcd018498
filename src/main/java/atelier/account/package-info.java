/// Who is speaking, what their tier allows and where it comes from. Start at [Account] and [Grants]; subscriptions paid with
/// Stars are in [atelier.account.stars.Orders], joining two accounts in [atelier.account.link.Links]. Knows neither platforms nor SQL.
@NullMarked
package atelier.account;

import org.jspecify.annotations.NullMarked;
