package atelier.chat;

import java.nio.file.Path;

/// A file to be sent, already stored.
public record OutgoingFile(String name, String mediaType, long bytes, Path content) {}
