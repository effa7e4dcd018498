-- Chats the bot was spoken to in, the server or group each belongs to, and who spoke there last.

create table known_chat (
    chat_key text primary key,
    chat text not null,
    server text not null,
    account_id bigint not null,
    answered_bot integer not null default 0,
    seen_at bigint not null
);
create index known_chat_of_account on known_chat (account_id);
create index known_chat_over_time on known_chat (seen_at);

-- When the next request in a chat would be in time if it kept its pace exactly, in microseconds.

create table chat_pace (
    chat_key text primary key,
    next_at bigint not null
);

-- People who are not answered, by the platform's id, so that a new account changes nothing.

create table ban (
    platform text not null,
    platform_id text not null,
    reason text not null,
    banned_by text not null,
    banned_at bigint not null,
    is_told integer not null,
    is_enforced integer not null,
    primary key (platform, platform_id)
);

-- Who did what to whom, from where.

create table admin_act (
    id ${pk},
    acted_at bigint not null,
    actor text not null,
    place text not null,
    act text not null,
    target text not null,
    detail text not null
);
create index admin_act_over_time on admin_act (acted_at);

-- Dangerous acts that wait for a yes.

create table pending_act (
    id text primary key,
    account_id bigint not null,
    words text not null,
    asked_at bigint not null
);

-- News for every chat, and which chats have had them.

create table announcement (
    id ${pk},
    words text not null,
    account_id bigint not null,
    announced_by text not null,
    chat text not null,
    state text not null,
    announced_at bigint not null
);

create table announcement_chat (
    announcement_id bigint not null references announcement (id),
    chat_key text not null,
    chat text not null,
    account_id bigint not null,
    is_sent integer not null,
    primary key (announcement_id, chat_key)
);
create index announcement_chat_unsent on announcement_chat (announcement_id, is_sent);

-- What a team allows; the newest that was not taken back holds.

create table team_rules (
    id ${pk},
    server text not null,
    rules text not null,
    changed_by text not null,
    changed_at bigint not null,
    is_undone integer not null
);
create index team_rules_of_server on team_rules (server, is_undone, id);

-- What people reported.

create table report (
    id ${pk},
    account_id bigint not null,
    chat_key text not null,
    subject text not null,
    excerpt text not null,
    link text not null,
    reported_at bigint not null,
    unique (account_id, subject)
);
create index report_over_time on report (reported_at);
