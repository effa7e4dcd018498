-- Which message of the platform shows a job's answer, so that a reply to it is known to mean that job.

alter table job add column answer_id text;
create index job_by_answer on job (account_id, answer_id);
