package atelier.chat;

/// A file a person sent, not yet fetched.
///
/// @param bytes     size as the platform states it, or -1 where it does not
/// @param reference what the adapter needs to fetch it (an address, a file id); never shown and never logged
public record Attachment(String name, String mediaType, long bytes, String reference) {
    @Override
    public String toString() {
        return "Attachment[" + name + ", " + mediaType + ", " + bytes + " bytes]";
    }
}
