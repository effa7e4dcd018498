/// What an operator may set: `config.yml` and the environment become records, and every mistake is named at once with its
/// key, its place and a remedy. Start at [Config#load] for the use and at [Settings] for the one table behind it; nothing
/// here knows what the settings are used for.
@NullMarked
package atelier.config;

import org.jspecify.annotations.NullMarked;
