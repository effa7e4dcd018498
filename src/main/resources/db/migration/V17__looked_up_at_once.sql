-- What somebody chose for a chat is asked for with every message there.

create index choice_of_place on model_choice (chat_key);
