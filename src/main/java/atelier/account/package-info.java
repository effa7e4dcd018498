/// Who is speaking and what their tier allows. Start at [Account]; knows neither platforms nor SQL.
@NullMarked
package atelier.account;

import org.jspecify.annotations.NullMarked;
