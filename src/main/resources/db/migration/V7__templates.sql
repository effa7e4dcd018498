-- Wishes that people keep under a name, to have them fulfilled again.

create table template (
    account_id bigint not null references account (id),
    name text not null,
    words text not null,
    saved_at bigint not null,
    primary key (account_id, name)
);
