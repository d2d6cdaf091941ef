-- Who sent a push: the id of the access key, or of an account of the organisation. Null for pushes from before.
ALTER TABLE push ADD COLUMN actor TEXT;
