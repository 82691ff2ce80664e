-- Who was stored at some moment of the past, and with which status, is read out of this index alone.
DROP INDEX observations_by_person;
CREATE INDEX observations_by_person ON observations (person, first_seen_at, status);
