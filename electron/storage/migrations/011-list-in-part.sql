-- What the list of all users says to be a part of, as JSON; NULL: it was whole, or there was none.
ALTER TABLE sync ADD COLUMN list_part TEXT;
