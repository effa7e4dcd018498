-- A chat's money and that of the whole server or group it belongs to.

alter table budget_hold add column chat text not null default '';

-- What was said to be for a team held for one chat so far, and goes on holding there.
update persona set owner = 'chat:' || substr(owner, 6)
    where owner like 'team:%' and 'chat:' || substr(owner, 6) || ' ' || name
        not in (select owner || ' ' || name from persona where owner like 'chat:%');
update persona_choice set owner = 'chat:' || substr(owner, 6)
    where owner like 'team:%' and 'chat:' || substr(owner, 6) not in (select owner from persona_choice);

-- What both sides of a parting began with, which counts once if they join again.

create table parted_count (
    account_id bigint not null references account (id),
    other_id bigint not null,
    kind text not null,
    period text not null,
    starts text not null,
    amount bigint not null
);
create index parted_count_account on parted_count (account_id);

-- Until now an order that was stopped looked like one of which nothing was heard.
update star_order set is_renewing = 2 where is_renewing = 0
    and exists (select 1 from star_charge where order_id = star_order.id);
