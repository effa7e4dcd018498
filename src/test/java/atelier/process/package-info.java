/// The real program as a process of its own, between stand-ins for the platforms and the models: killed, stopped, started
/// again. Start at [atelier.process.ProcessTest]; [atelier.process.Transcript] and [atelier.process.Footprint] print what
/// documents quote. Nothing here calls the product's classes: it is reached as people and operators reach it.
@NullMarked
package atelier.process;

import org.jspecify.annotations.NullMarked;
