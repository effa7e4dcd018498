package atelier.generation.transport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request before anything is made of it.
///
/// @param body JSON; null for a GET
record Letter(String address, Map<String, List<String>> headers, @Nullable String body) {}
