package atelier.standin;

/// What can go wrong with a generation. A refused connection is [ModelStandIn#goesDown()].
public enum Fault {
    /// 404, or what the protocol has for it.
    MODEL_MISSING,
    /// 400 for no reason the client could help.
    BAD_REQUEST,
    /// The key is wrong.
    UNAUTHORIZED,
    /// 500.
    SERVER_ERROR,
    /// 503 without a hint when to come back.
    BUSY,
    /// 429 with a wait of 20 milliseconds (whole seconds where the protocol has no fractions: 0).
    RATE_LIMITED,
    /// 429 with a wait of an hour, or a daily quota used up.
    QUOTA_USED_UP,
    /// The prompt is longer than the context.
    TOO_LONG,
    /// 302 to another path of this server, or to where [ModelStandIn#redirectsTo] says.
    REDIRECT,
    /// Status 200 with an error for an unknown path, as LM Studio answers; elsewhere as [#BAD_REQUEST].
    UNKNOWN_PATH,
    /// The connection closes without a word.
    CUT_BEFORE_HEADERS,
    /// Nothing comes at all.
    STALL_BEFORE_HEADERS,
    /// Headers and two pieces of text come, then nothing.
    STALL_MID_STREAM,
    /// The connection breaks after two pieces.
    CUT_MID_STREAM,
    /// The stream ends properly after two pieces, without its last frame.
    ENDS_EARLY,
    /// After two pieces comes an error object.
    ERROR_MID_STREAM,
    /// Text without end, as fast as it is taken.
    ENDLESS,
    /// One frame that never ends.
    ENDLESS_LINE,
    /// Nothing but heartbeats: blank lines without end.
    HEARTBEATS,
    /// A web page with status 200.
    HTML,
    /// A stream that says it is compressed, and would unpack to ten gigabytes.
    GZIP_BOMB,
    /// A proper answer, a byte every tenth of a second.
    BYTE_BY_BYTE,
    /// A proper answer that ends long before the length it has announced.
    LENGTH_TOO_LARGE,
    /// A proper answer that announces half its length.
    LENGTH_TOO_SMALL,
    /// A frame with zero bytes in it, which JSON has no room for.
    ZERO_BYTES,
    /// An image with status 200.
    WRONG_TYPE,
    /// A frame that is no JSON.
    BROKEN_JSON,
    /// A frame of 100,000 nested lists.
    DEEP_JSON,
    /// A proper answer without any text.
    EMPTY_ANSWER,
    /// The answer ends at the token limit.
    LENGTH,
    /// The content is refused.
    BLOCKED,
    /// The prompt is refused without any candidate (Gemini), or as [#BLOCKED].
    PROMPT_BLOCKED
}
