"""The one place that speaks SQL: the database is the truth that everything else can be rebuilt from."""
