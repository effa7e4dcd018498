-- A chat's money and that of the whole server or group it belongs to.

alter table budget_hold add column chat text not null default '';

-- What was said to be for a team held for one chat so far, and goes on holding there.
update persona set owner = 'chat:' || substr(owner, 6)
    where owner like 'team:%' and 'chat:' || substr(owner, 6) || ' ' || name
        not in (select owner || ' ' || name from persona where owner like 'chat:%');
update persona_choice set owner = 'chat:' || substr(owner, 6)
    where owner like 'team:%' and 'chat:' || substr(owner, 6) not in (select owner from persona_choice);
