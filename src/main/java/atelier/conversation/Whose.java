package atelier.conversation;

import atelier.chat.Chat;

/// Who asks for conversations, and where they are: nobody reaches those of another person or place.
///
/// In a private chat these are the person's own, of all their private chats. In a place where people talk together they are
/// those of the place. Elsewhere they are what this person said in this place.
public record Whose(long account, String chatKey, boolean isPrivate, boolean isShared) {
    public static Whose of(long account, Chat chat) {
        return new Whose(account, chat.key(), chat.isPrivate(), chat.isShared());
    }
}
