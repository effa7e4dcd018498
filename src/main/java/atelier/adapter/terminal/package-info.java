/// The door at the terminal: [TerminalAdapter] is the chat platform, a [Screen] is what a person looks at and types on.
@NullMarked
package atelier.adapter.terminal;

import org.jspecify.annotations.NullMarked;
