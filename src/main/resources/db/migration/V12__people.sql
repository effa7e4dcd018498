-- Where people's tiers come from, by who they are on a platform.

create table tier_grant (
    platform text not null,
    platform_id text not null,
    source text not null,
    reference text not null,
    item text not null,
    ends_at bigint,
    is_over integer not null,
    seen_at bigint not null,
    primary key (platform, platform_id, source, reference)
);
create index grant_by_reference on tier_grant (source, reference);
create index identity_of_account on identity (account_id);

-- Subscriptions paid with Telegram Stars: what was asked for, and each charge once.

create table star_order (
    id text primary key,
    buyer text not null,
    tier text not null,
    stars integer not null,
    is_renewing integer not null,
    ordered_at bigint not null
);
create index order_of_buyer on star_order (buyer);

create table star_charge (
    id text primary key,
    order_id text not null,
    paid_by text not null,
    currency text not null,
    amount integer not null,
    state text not null,
    covers_until bigint not null,
    charged_at bigint not null
);
create index charge_of_order on star_charge (order_id);

-- Codes by which a person joins two accounts, as hashes, and how often they were tried.

create table account_link (
    id text primary key,
    code_hash text not null unique,
    account_id bigint not null references account (id),
    address text not null,
    other_id bigint references account (id),
    other_address text,
    is_agreed integer not null,
    is_agreed_by_other integer not null,
    made_at bigint not null,
    said_at bigint
);

create table link_attempt (
    account_id bigint not null references account (id),
    what text not null,
    tried_at bigint not null
);
create index attempt_of_account on link_attempt (account_id, tried_at);

-- How many of the messages taken for a piece of work were kept; null where that was not noted.

alter table reservation add column kept integer;
