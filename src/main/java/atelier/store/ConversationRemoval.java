package atelier.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Removes one conversation with all that hangs on it. Reservations and usage, which are the books, stay.
final class ConversationRemoval {
    /// Work that another conversation went on from keeps its row, since it is part of that one, too.
    private static final String WORK = """
            select id from job where conversation_id = :id
            and not exists (select 1 from turn t where t.job_id = job.id and t.conversation_id <> :id)""";
    private static final List<String> STEPS = List.of(
            "delete from open_question where conversation_id = :id",
            "delete from vote where job_id in (%1$s)",
            "delete from vote where job_id in (select part from compared_answer where job_id in (%1$s))",
            "delete from compared_answer where job_id in (%1$s)",
            "delete from made_file where job_id in (%1$s)",
            "delete from job where id in (%1$s)",
            """
                    update job set conversation_id = (select min(conversation_id) from turn
                        where job_id = job.id and conversation_id <> :id)
                    where conversation_id = :id""",
            "delete from turn where conversation_id = :id",
            "delete from conversation where id = :id");

    private ConversationRemoval() {}

    static void remove(Handle handle, long conversation) {
        STEPS.forEach(step -> handle.createUpdate(step.formatted(WORK)).bind("id", conversation).execute());
    }
}
