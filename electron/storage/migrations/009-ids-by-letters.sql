-- Ids that differ only in letter case, or in the dashes of a UUID. A UUID with dashes is always stored in small letters.
CREATE INDEX ids_by_letters ON ids (id COLLATE NOCASE) WHERE length(id) <> 36;
