-- Why there is no picture at an address, in a word of the contract's.
ALTER TABLE pictures ADD COLUMN why TEXT;
