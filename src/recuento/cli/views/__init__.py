"""How records are shown: as JSON, as rows of CSV, as tables. One module a noun."""
