/// The command line: [Cli] lists the commands, [Service] and [Makers] put the objects together by hand. Knows every package; no package knows it.
@NullMarked
package atelier.cli;

import org.jspecify.annotations.NullMarked;
