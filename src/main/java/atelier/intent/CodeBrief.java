package atelier.intent;

import org.jspecify.annotations.Nullable;

/// What the words say about wanted code; null where they are silent.
///
/// @param language   lower-case id such as `python`, `java`, `typescript`, `c++`
/// @param framework  lower-case id such as `react`, `spring-boot`, `pygame`
/// @param targetType `function`, `class`, `script`, `cli`, `api`, `component`, `page`, `library`, `test`, `app`, `bot`
public record CodeBrief(@Nullable String language, @Nullable String framework, @Nullable String targetType,
        @Nullable Complexity complexity) {
    public static final CodeBrief SILENT = new CodeBrief(null, null, null, null);
}
