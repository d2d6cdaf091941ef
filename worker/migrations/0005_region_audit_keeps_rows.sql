CREATE TRIGGER region_audit_keeps_rows BEFORE DELETE ON region_audit BEGIN SELECT RAISE(ABORT, 'audit rows are kept'); END;
