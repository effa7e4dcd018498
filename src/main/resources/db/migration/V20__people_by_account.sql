create index identity_of_account on identity (account_id);
