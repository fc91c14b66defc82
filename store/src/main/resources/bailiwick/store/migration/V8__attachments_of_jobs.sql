-- What belongs to a job's result and is too much to be read with every look at the job.
ALTER TABLE job ADD COLUMN attachment json;
