"""All SQL. The only package that knows the database."""
