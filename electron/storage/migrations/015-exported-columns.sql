-- What the table shows of time zones and what exports say of people, so that none of their replies is read for it.
ALTER TABLE people ADD COLUMN time_zone TEXT;
ALTER TABLE people ADD COLUMN first_name TEXT;
ALTER TABLE people ADD COLUMN middle_name TEXT;
ALTER TABLE people ADD COLUMN last_name TEXT;
ALTER TABLE people ADD COLUMN is_active INTEGER;
ALTER TABLE people ADD COLUMN is_deleted INTEGER;
-- 1 where e-mails, phones and the number of direct reports are those that an export says.
ALTER TABLE people ADD COLUMN is_plain INTEGER;
