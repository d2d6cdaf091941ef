-- The day by which a period has to be handed in, where the region has set one. day: ISO.
CREATE TABLE report_deadline (
  region_id TEXT NOT NULL,
  period TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (region_id, period)
) STRICT, WITHOUT ROWID;
