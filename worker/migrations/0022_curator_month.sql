-- By how many the curators with open cases grew or fell in a month: the region's page adds these up instead of reading
-- the counters of every curator. Kept in the batch of the push that changes those counters.
CREATE TABLE curator_month (
  district_id TEXT NOT NULL,
  register_id TEXT NOT NULL,
  month TEXT NOT NULL,
  grown INTEGER NOT NULL,
  PRIMARY KEY (district_id, register_id, month)
) STRICT, WITHOUT ROWID;

INSERT INTO curator_month (district_id, register_id, month, grown)
SELECT district_id, register_id, month, sum(isBusy - wasBusy) FROM (
  SELECT district_id, register_id, month, isBusy, lag(isBusy, 1, 0) OVER one AS wasBusy FROM (
    SELECT district_id, register_id, value, month,
      sum(sum(stock)) OVER (PARTITION BY district_id, register_id, value ORDER BY month) > 0 AS isBusy
    FROM counter WHERE cut = 'curator' AND value <> '' GROUP BY district_id, register_id, value, month)
  WINDOW one AS (PARTITION BY district_id, register_id, value ORDER BY month))
GROUP BY district_id, register_id, month;
