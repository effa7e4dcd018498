/// What people are told about themselves: their tier and where it comes from, what was charged and used, what they can buy, and
/// which of their accounts are one. Start at [PlanTalk], [QuotaTalk], [UsageErrand], [LinkTalk] and [Till]. It must not know what
/// is made.
@NullMarked
package atelier.engine.people;

import org.jspecify.annotations.NullMarked;
