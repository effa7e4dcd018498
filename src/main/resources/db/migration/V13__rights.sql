-- Conversations that several people have together, that are looked for, taken away and brought back.

alter table conversation add column is_shared integer not null default 0;
alter table conversation add column is_private integer not null default 0;
alter table conversation add column removed_at bigint;

-- Which conversation was open before this one was gone on with, and the work that went on with it.

alter table conversation add column branch_of bigint;
alter table conversation add column branch_for text;
create index conversation_of_place on conversation (chat_key, is_shared, is_open);

-- Who said it, or was answered; the name is kept where several people talk.

alter table turn add column account_id bigint;
alter table turn add column speaker text not null default '';
create index turn_of_account on turn (account_id);

-- What the bot asked one of several people; who talks alone has it in the conversation itself.

create table open_question (
    conversation_id bigint not null references conversation (id),
    account_id bigint not null references account (id),
    words text not null,
    primary key (conversation_id, account_id)
);

-- Whether a model was chosen for everybody in the chat.

alter table model_choice add column is_shared integer not null default 0;

-- Whose a message is, so that it goes with everything else of theirs.

alter table outbox add column account_id bigint;
create index outbox_of_account on outbox (account_id);

-- Numbers of accounts that were deleted: nothing may be written for them any more.

create table erased_account (
    account_id bigint primary key,
    erased_at bigint not null
);

-- Until the counts begin anew, which nameless counts belong to a person who begins again. The mark is a keyed hash.

create table erased_identity (
    mark text primary key,
    account_id bigint not null references account (id),
    until bigint not null
);
