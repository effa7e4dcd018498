-- The language a person chose to be spoken to in; null follows their platform.
alter table account add column language text;
