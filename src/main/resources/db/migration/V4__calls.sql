create table model_call (
    id ${pk},
    job_id text not null,
    account_id bigint not null,
    team text not null,
    conversation_id bigint not null,
    task text not null,
    model text not null,
    provider text not null,
    is_local integer not null,
    input_tokens bigint not null,
    cached_tokens bigint not null,
    output_tokens bigint not null,
    first_token_ms bigint not null,
    total_ms bigint not null,
    outcome text not null,
    cost_usd double precision not null,
    called_at bigint not null
);
create index call_over_time on model_call (called_at);
create index call_of_account on model_call (account_id, called_at);
create index call_of_team on model_call (team, called_at);
create index call_of_job on model_call (job_id);

alter table model_preference add column learned_routing integer not null default 1;

create table training_consent (
    account_id bigint primary key references account (id),
    since bigint not null
);

create index turn_of_job on turn (job_id);
