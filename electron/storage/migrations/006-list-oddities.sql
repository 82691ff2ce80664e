-- Entries of the list of all users, as it last came, that are nobody, or somebody who stood there before.
CREATE TABLE list_oddities (
  -- Which entry, from 0.
  nth INTEGER PRIMARY KEY,
  why TEXT NOT NULL,
  -- What stood there, shortened.
  text TEXT NOT NULL,
  -- Who stood there before; NULL: it is nobody.
  person INTEGER
) STRICT;
