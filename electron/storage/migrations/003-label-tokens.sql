-- Made anew with a column for the tokens of labels and of standings, and with marked words of usernames.
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5(
  name, other, phone, label,
  content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
  tokenize = "ascii tokenchars '!#$%&*+-./:;<=>?@^_{|}~'"
);

-- Every word of a name: what a mistyped word may have been meant for.
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Each role and team that somebody has. The number makes its token in the index.
CREATE TABLE label_tokens (
  token INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id)
) STRICT;

-- One row while the index is to be rebuilt: the last person who is in it again.
CREATE TABLE index_rebuild (done_to INTEGER NOT NULL) STRICT;
INSERT INTO index_rebuild SELECT 0 WHERE EXISTS (SELECT 1 FROM people);
