create table data_key (
    owner text not null,
    version integer not null,
    master text not null,
    wrapped text not null,
    primary key (owner, version)
);

create table provider_key (
    id text primary key,
    owner text not null,
    provider text not null,
    origin text not null,
    version integer not null,
    data_key integer not null,
    sealed text not null,
    last_four text not null,
    created_at bigint not null,
    rotated_at bigint not null,
    unique (owner, provider, origin),
    foreign key (owner, data_key) references data_key (owner, version)
);
create index provider_key_sealed_with on provider_key (owner, data_key);

create table registered_model (
    id ${pk},
    owner text not null,
    name text not null,
    name_key text not null,
    platform text not null,
    endpoint text,
    model text not null,
    temperature double precision,
    top_p double precision,
    max_tokens integer,
    frequency_penalty double precision,
    fallbacks text not null,
    is_favourite integer not null,
    created_at bigint not null,
    last_used_at bigint,
    sessions bigint not null,
    unique (owner, name_key)
);

create table model_choice (
    account_id bigint not null references account (id),
    chat_key text not null,
    model_id bigint references registered_model (id) on delete cascade,
    configured text,
    is_strict integer not null,
    primary key (account_id, chat_key),
    check ((model_id is null) <> (configured is null))
);
create index choice_of_model on model_choice (model_id);

create table model_preference (
    account_id bigint primary key references account (id),
    local_only integer not null
);

create table vote (
    job_id text not null,
    account_id bigint not null references account (id),
    liked integer not null,
    voted_at bigint not null,
    primary key (job_id, account_id)
);

create index usage_of_job on usage_entry (job_id);
create index usage_over_time on usage_entry (used_at);
create index usage_of_conversation on usage_entry (conversation_id);
