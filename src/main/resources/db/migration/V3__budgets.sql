create table budget_purse (
    payer text not null,
    period text not null,
    starts text not null,
    spent bigint not null,
    held bigint not null,
    told_percent integer not null,
    told_limit bigint not null,
    primary key (payer, period, starts)
);

create table budget_hold (
    id text primary key,
    account_id bigint not null,
    team text not null,
    job_id text not null,
    day text not null,
    most bigint not null,
    cost bigint,
    state text not null,
    taken_at bigint not null
);
create index budget_hold_open on budget_hold (state, taken_at);

create table budget_limit (
    payer text not null,
    period text not null,
    micros bigint not null,
    primary key (payer, period)
);
