"""How dates, places, kinds of incident and figures stand to each other: shared by stages. See README.md."""
