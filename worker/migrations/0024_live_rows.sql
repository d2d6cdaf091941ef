-- Live rows of a register, moved in the same batch as they are. Null for registers from before: counted at their next push.
ALTER TABLE register ADD COLUMN live_rows INTEGER;
