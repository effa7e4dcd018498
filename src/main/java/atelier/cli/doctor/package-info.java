/// Says why the bot is silent: [Doctor] runs one small check for each area side by side; each says what it found, and the
/// remedy, as [Finding]s. It looks only; nothing is generated, sent or changed.
@NullMarked
package atelier.cli.doctor;

import org.jspecify.annotations.NullMarked;
