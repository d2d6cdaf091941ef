-- The seq of the push that began the register. Null for registers from before: they were begun before any question.
ALTER TABLE register ADD COLUMN begun_seq INTEGER;
