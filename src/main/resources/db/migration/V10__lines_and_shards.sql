-- Who stands in line before a model server, and whom it answers at present.

create table model_turn (
    id ${pk},
    ticket text not null unique,
    place text not null,
    node text not null,
    due bigint not null,
    taken integer not null
);
create index model_turn_of_place on model_turn (place);

-- How much a team has under way.

alter table job add column chat_key text not null default '';
create index job_of_team on job (chat_key) where state in ('WAITING', 'QUEUED', 'RUNNING');
