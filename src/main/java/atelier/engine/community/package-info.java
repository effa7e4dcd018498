/// What is known of the people and chats beside their conversations: who is banned, which chats there are, what admins did, what a team
/// allows. All ports stand in [Community]; [atelier.engine.community.Gate] decides who is heard at all. Knows no words people see.
@NullMarked
package atelier.engine.community;

import org.jspecify.annotations.NullMarked;
