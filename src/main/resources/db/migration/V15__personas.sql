-- Ways of talking that people, chats and teams choose, and wishes that are shared in a chat or a team.

create table persona (
    owner text not null,
    name text not null,
    words text not null,
    account_id bigint references account (id),
    saved_at bigint not null,
    primary key (owner, name)
);
create index persona_account on persona (account_id);

create table persona_choice (
    owner text not null primary key,
    name text not null,
    account_id bigint references account (id),
    chosen_at bigint not null
);
create index persona_choice_account on persona_choice (account_id);

create table shared_template (
    owner text not null,
    name text not null,
    words text not null,
    account_id bigint not null references account (id),
    saved_at bigint not null,
    primary key (owner, name)
);
create index shared_template_account on shared_template (account_id);
