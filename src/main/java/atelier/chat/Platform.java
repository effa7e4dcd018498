package atelier.chat;

/// The chat platforms Atelier speaks.
public enum Platform {
    DISCORD, TELEGRAM, TERMINAL, WEB
}
