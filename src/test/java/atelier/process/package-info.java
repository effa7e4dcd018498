/// The real program as a process of its own, between stand-ins for the platforms and the models: killed, stopped, started
/// again. Start at [atelier.process.ProcessTest]; [atelier.process.Transcript], [atelier.process.Footprint] and
/// [atelier.process.Troubles] print what documents quote. Nothing here calls the product's classes, as it is reached as people
/// and operators reach it; only [atelier.process.Stage] does, since a process for each misbehaviour of a model server
/// would take too long.
@NullMarked
package atelier.process;

import org.jspecify.annotations.NullMarked;
