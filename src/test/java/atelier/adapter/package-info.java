/// One contract for every door: [atelier.adapter.AdapterContract] plays the same scenes at each platform's stand-in, a
/// real HTTP/WebSocket server behind [atelier.adapter.Door].
@NullMarked
package atelier.adapter;

import org.jspecify.annotations.NullMarked;
