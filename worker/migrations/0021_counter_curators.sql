-- The region's page counts the curators with open cases of all districts: in this order, without the other columns.
CREATE INDEX counter_curators ON counter (district_id, register_id, value, month, stock) WHERE cut = 'curator';
