/// Answers in words: reviews, explanations, log analysis, lyrics, talk. Each creator is a prompt, the materials and what
/// becomes of the answer. Start at [TalkCreator]. Knows neither chats nor models.
@NullMarked
package atelier.create.text;

import org.jspecify.annotations.NullMarked;
