-- Several processes on one database: who is alive, and who holds what only one may do at a time.

create table node (
    id text primary key,
    beats bigint not null
);

create table lease (
    name text primary key,
    holder text not null
);

-- Whose hands something is in; whatever is in nobody's living hands is taken up again.

alter table outbox add column sender text;
alter table budget_hold add column node text;

-- What one node asks of the node that holds a platform's door.

create table relay (
    id text primary key,
    door text not null,
    kind text not null,
    address text not null,
    words text not null,
    buttons text not null,
    state text not null,
    asked_at bigint not null
);
create index relay_of_door on relay (door, state);

-- When the next request of an account would be in time if it kept its pace exactly, in microseconds.

create table request_pace (
    account_id bigint primary key references account (id),
    next_at bigint not null
);

-- Files by content, where no disk is common to all nodes (PostgreSQL).

create table artifact (
    sha256 text primary key,
    content ${blob} not null,
    stored_at bigint not null
);
