package atelier.store;

import static atelier.store.PersonalTable.Kind.*;

import java.util.List;

/// Every table there is, and what it has of people. A test fails for a table that is missing here: add a line where its rows
/// can be removed, before the tables it refers to.
final class PersonalTables {
    private static final String ACCOUNT = "account_id = :account";
    private static final String OWNER = "owner = :owner";
    private static final String JOBS = "(select id from job where account_id = :account)";
    private static final String ALONE = "(select id from conversation where account_id = :account and is_shared = 0)";
    private static final String AT_TELEGRAM = "(select platform_id from identity where account_id = :account and"
            + " platform = 'TELEGRAM')";
    private static final String AS_CONVERSATION = "as its conversation";
    private static final String UNTIL_CHANGED = "until changed or deleted";
    private static final String BOOK = "as long as the service runs";

    /// In the order in which rows can be removed.
    static final List<PersonalTable> ALL = List.of(
            new PersonalTable("open_question", CONTENT, ACCOUNT + " or conversation_id in " + ALONE, AS_CONVERSATION),
            new PersonalTable("turn", CONTENT, ACCOUNT + " or conversation_id in " + ALONE, AS_CONVERSATION),
            new PersonalTable("vote", CONTENT, ACCOUNT + " or job_id in " + JOBS, AS_CONVERSATION),
            new PersonalTable("compared_answer", CONTENT, "job_id in " + JOBS, AS_CONVERSATION),
            new PersonalTable("made_file", CONTENT, ACCOUNT, "90 days after the last use of its conversation"),
            new PersonalTable("scheduled_tasks", CONTENT, "not picked and task_instance in " + JOBS,
                    "until the work is done",
                    List.of("task_data", "state")),
            new PersonalTable("outbox", CONTENT,
                    ACCOUNT + " or (account_id is null and draft like '{\"account\":' || :account || ',%')", "7 days"),
            new PersonalTable("button", CONTENT, ACCOUNT, "90 days"),
            new PersonalTable("template", CONTENT, ACCOUNT, UNTIL_CHANGED),
            new PersonalTable("model_choice", SETTINGS, ACCOUNT, UNTIL_CHANGED),
            new PersonalTable("model_preference", SETTINGS, ACCOUNT, UNTIL_CHANGED),
            new PersonalTable("training_consent", SETTINGS, ACCOUNT, UNTIL_CHANGED),
            new PersonalTable("budget_limit", SETTINGS, JdbiOwnLimits.isOf(":owner"),
                    UNTIL_CHANGED),
            new PersonalTable("registered_model", SETTINGS, OWNER, UNTIL_CHANGED),
            new PersonalTable("provider_key", SECRETS, OWNER, UNTIL_CHANGED, List.of("sealed")),
            new PersonalTable("data_key", SECRETS, OWNER, UNTIL_CHANGED, List.of("wrapped")),
            new PersonalTable("persona_choice", SETTINGS, ACCOUNT + " or " + OWNER, UNTIL_CHANGED),
            new PersonalTable("persona", SETTINGS, ACCOUNT + " or " + OWNER, UNTIL_CHANGED),
            new PersonalTable("shared_template", CONTENT, ACCOUNT, UNTIL_CHANGED),
            new PersonalTable("account_link", CONTENT, ACCOUNT + " or other_id = :account", "10 minutes"),
            new PersonalTable("link_attempt", CONTENT, ACCOUNT, "a day"),
            new PersonalTable("report", CONTENT, ACCOUNT, BOOK),
            new PersonalTable("announcement_chat", CONTENT, ACCOUNT, BOOK),
            new PersonalTable("pending_act", SETTINGS, ACCOUNT, "10 minutes"),
            new PersonalTable("chat_pace", SETTINGS,
                    "chat_key in (select chat_key from known_chat where account_id = :account)", "a minute's worth"),
            new PersonalTable("known_chat", SETTINGS, ACCOUNT, "until deleted"),
            new PersonalTable("request_pace", SETTINGS, ACCOUNT, "a minute's worth"),
            new PersonalTable("parted_count", SETTINGS, ACCOUNT + " or other_id = :account", "2 months"),
            new PersonalTable("ledger_day", BOOKS, ACCOUNT, BOOK),
            new PersonalTable("reservation", BOOKS, ACCOUNT, BOOK),
            new PersonalTable("usage_entry", BOOKS, ACCOUNT, BOOK),
            new PersonalTable("model_call", BOOKS, ACCOUNT, "90 days"),
            new PersonalTable("budget_hold", BOOKS, ACCOUNT, "400 days"),
            new PersonalTable("budget_purse", BOOKS, "payer = :owner", "14 months"),
            new PersonalTable("star_order", BOOKS, "buyer in " + AT_TELEGRAM, BOOK),
            new PersonalTable("star_charge", BOOKS, "paid_by in " + AT_TELEGRAM, BOOK),
            new PersonalTable("announcement", BOOKS, ACCOUNT, BOOK),
            new PersonalTable("job", CONTENT, ACCOUNT, AS_CONVERSATION),
            new PersonalTable("conversation", CONTENT, "account_id = :account and is_shared = 0",
                    "until deleted, or as configured"),
            new PersonalTable("tier_grant", SETTINGS,
                    """
                            exists (select 1 from identity where account_id = :account and identity.platform = tier_grant.platform
                                and identity.platform_id = tier_grant.platform_id)""",
                    "until it ends or is taken back"),
            new PersonalTable("identity", IDENTITY, ACCOUNT, "until deleted"),
            new PersonalTable("account", IDENTITY, "id = :account", "until deleted"),
            new PersonalTable("erased_account", MARKS, "", BOOK),
            new PersonalTable("erased_identity", MARKS, "", "until the counts begin anew"),
            new PersonalTable("ban", MARKS, "", "until it is lifted"),
            new PersonalTable("admin_act", MARKS, "", BOOK),
            new PersonalTable("team_rules", MACHINERY, "", BOOK),
            new PersonalTable("model_turn", MACHINERY, "", "while somebody waits"),
            new PersonalTable("inbox", MACHINERY, "", "7 days; numbers alone"),
            new PersonalTable("artifact", MACHINERY, "", "until no row names the file"),
            new PersonalTable("relay", MACHINERY, "", "2 minutes"),
            new PersonalTable("memory", MACHINERY, "", BOOK),
            new PersonalTable("node", MACHINERY, "", "while it lives"),
            new PersonalTable("lease", MACHINERY, "", "while it is held"),
            new PersonalTable("flyway_schema_history", MACHINERY, "", BOOK));

    private PersonalTables() {}
}
