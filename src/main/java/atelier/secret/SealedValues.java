package atelier.secret;

import java.util.List;

/// Where sealed secrets are kept. Port, for renewing data keys.
public interface SealedValues {
    /// One secret in its place.
    record Value(Context context, Sealed sealed) {}

    /// All of this owner that are sealed with this data key.
    List<Value> sealedWith(String owner, int dataKey);

    /// Replaces what `before` holds unless somebody else has meanwhile.
    void replace(Value before, Sealed after);
}
