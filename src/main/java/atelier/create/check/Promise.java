package atelier.create.check;

/// What was promised about the files beyond being right.
public enum Promise {
    /// Nothing more.
    NONE,
    /// Pages fetch nothing from elsewhere.
    SELF_CONTAINED
}
