-- What calls cost on the key of a person or a team, which whoever runs Atelier does not pay.

alter table usage_entry add column key_usd double precision not null default 0;
alter table model_call add column key_usd double precision not null default 0;

-- What each model of a comparison was asked and answered, so that a vote for it can be packed.

create table compared_answer (
    part text primary key,
    job_id text not null,
    asked text not null,
    said text not null,
    said_at bigint not null
);
