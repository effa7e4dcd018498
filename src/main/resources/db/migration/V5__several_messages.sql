-- One piece of work may count as several messages, such as one for each model that is compared.

alter table reservation add column messages integer not null default 1;
