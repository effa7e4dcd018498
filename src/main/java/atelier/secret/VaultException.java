package atelier.secret;

/// The vault cannot give or take a secret; the message is a sentence for the operator and says the way out. It never holds any
/// part of a secret.
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VaultException(String sentence) {
        super(sentence);
    }

    public VaultException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
