create table account (
    id ${pk},
    tier text,
    created_at bigint not null
);

create table identity (
    platform text not null,
    platform_id text not null,
    account_id bigint not null references account (id),
    name text not null,
    locale text not null,
    primary key (platform, platform_id)
);

create table inbox (
    platform text not null,
    event_id text not null,
    received_at bigint not null,
    primary key (platform, event_id)
);

create table conversation (
    id ${pk},
    account_id bigint not null references account (id),
    chat_key text not null,
    title text not null,
    pending text,
    is_open integer not null,
    updated_at bigint not null
);
create index conversation_of_account on conversation (account_id, chat_key, is_open);

create table turn (
    id ${pk},
    conversation_id bigint not null references conversation (id),
    role text not null,
    words text not null,
    job_id text not null,
    said_at bigint not null
);
create index turn_of_conversation on turn (conversation_id, id);

create table job (
    id text primary key,
    account_id bigint not null references account (id),
    conversation_id bigint not null references conversation (id),
    intent text not null,
    words text not null,
    quoted text,
    attachments text not null,
    revises text,
    model text,
    seed bigint not null,
    is_fresh integer not null,
    address text not null,
    state text not null,
    attempts integer not null,
    created_at bigint not null,
    ended_at bigint
);
create index job_of_account on job (account_id, state);
create index job_of_conversation on job (conversation_id, state, created_at);

create table ledger_day (
    account_id bigint not null references account (id),
    day text not null,
    used integer not null,
    primary key (account_id, day)
);

create table reservation (
    job_id text primary key,
    account_id bigint not null references account (id),
    day text not null,
    state text not null,
    changed_at bigint not null
);

create table made_file (
    id ${pk},
    job_id text not null references job (id),
    account_id bigint not null references account (id),
    path text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null
);
create index made_file_of_job on made_file (job_id);

create table outbox (
    id ${pk},
    chat_key text not null,
    chat text not null,
    draft text not null,
    state text not null,
    repeatable integer not null,
    attempts integer not null,
    not_before bigint not null,
    created_at bigint not null,
    message_id text
);
create index outbox_unsent on outbox (state, chat_key, id);

create table button (
    id text primary key,
    account_id bigint not null references account (id),
    chat_key text not null,
    action text not null,
    argument text not null,
    created_at bigint not null
);

create table usage_entry (
    id ${pk},
    job_id text not null,
    account_id bigint not null references account (id),
    conversation_id bigint not null,
    task text not null,
    model text,
    provider text,
    is_local integer not null,
    input_tokens bigint not null,
    output_tokens bigint not null,
    first_token_ms bigint not null,
    total_ms bigint not null,
    cost_usd double precision not null,
    outcome text not null,
    used_at bigint not null
);
create index usage_of_account on usage_entry (account_id, used_at);

create table memory (
    name text primary key,
    content text not null
);

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data ${blob},
    execution_time ${instant} not null,
    picked ${bool} not null,
    picked_by text,
    last_success ${instant},
    last_failure ${instant},
    consecutive_failures int,
    last_heartbeat ${instant},
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
