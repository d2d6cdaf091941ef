CREATE TRIGGER region_audit_keeps_content BEFORE UPDATE ON region_audit BEGIN SELECT RAISE(ABORT, 'audit rows are kept'); END;
