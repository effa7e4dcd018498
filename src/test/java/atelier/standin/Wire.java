package atelier.standin;

/// The frames of one protocol for one answer.
interface Wire {
    /// Name of the model asked for.
    String model();

    /// Content type of the stream.
    String type();

    /// What comes before any text; may be empty only if the protocol has nothing.
    String opening();

    String text(String piece);

    String thought(String words);

    /// @param reason `stop`, `length` or `blocked`
    String last(String reason);

    /// An error in the middle of the stream.
    String error();

    /// A frame around this text, whatever it is.
    String raw(String text);
}
