-- The list is asked for anew every day, whether there was one before or not.
ALTER TABLE sync DROP COLUMN lists;
